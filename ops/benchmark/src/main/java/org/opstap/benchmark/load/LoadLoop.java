package org.opstap.benchmark.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.client.ServerAddress;

/** Keep-alive connections and event streams to one server, driven by the thread that calls. */
public final class LoadLoop implements AutoCloseable {
  private final ServerAddress server;
  private final Selector selector;
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(64 * 1024);
  private final List<Channel> channels = new ArrayList<>();
  private final Deque<LoadConnection> free = new ArrayDeque<>();

  public LoadLoop(ServerAddress server, int connections) throws IOException {
    this.server = server;
    this.selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      LoadConnection connection = new LoadConnection(server, selector);
      channels.add(connection);
      free.add(connection);
    }
  }

  /** Opens a seat's event stream; its events come while {@link #run} runs. */
  public void listen(Seat seat, StreamReader reader) throws IOException {
    channels.add(new StreamConnection(server, selector, seat, reader, scratch));
  }

  /**
   * Does what a plan says until it is over.
   *
   * @throws IOException if a connection fails
   */
  public void run(Plan plan) throws IOException {
    long now = System.nanoTime();
    while (!plan.isOver(now)) {
      startWork(plan, now);
      // To the millisecond: spinning until the exact time would take the server's processor.
      selector.select(Math.max(1, (plan.wakeAt(now) - now) / 1_000_000));
      now = System.nanoTime();
      for (SelectionKey key : selector.selectedKeys()) {
        Channel channel = (Channel) key.attachment();
        if (channel.ready(System.nanoTime()) && channel instanceof LoadConnection connection) {
          free.add(connection);
        }
      }
      selector.selectedKeys().clear();
    }
  }

  private void startWork(Plan plan, long now) throws IOException {
    while (!free.isEmpty()) {
      Optional<Work> work = plan.next(now);
      if (work.isEmpty()) {
        return;
      }
      free.remove().start(work.get());
    }
  }

  /** Whether every request is answered. */
  public boolean isQuiet() {
    return channels.stream()
        .allMatch(channel -> !(channel instanceof LoadConnection c) || c.isFree());
  }

  @Override
  public void close() throws IOException {
    for (Channel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}

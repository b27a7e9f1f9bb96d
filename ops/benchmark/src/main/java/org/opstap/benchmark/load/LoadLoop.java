package org.opstap.benchmark.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.client.ServerAddress;

/** Keep-alive connections and event streams to one server, driven by the thread that calls. */
public final class LoadLoop implements AutoCloseable {
  private static final int OPENING_AT_ONCE = 64;
  private static final long SILENCE_MILLIS = 30_000;

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

  /**
   * Opens the event streams of seats, some at once, and returns when the server has begun to answer
   * all of them. Their later events come while {@link #run} runs.
   */
  public void listen(Collection<Seat> seats, StreamReader reader, IntConsumer progress)
      throws IOException {
    Iterator<Seat> rest = seats.iterator();
    OpeningReader opening = new OpeningReader(reader);
    int begun = 0;
    while (opening.opened < seats.size()) {
      while (rest.hasNext() && begun - opening.opened < OPENING_AT_ONCE) {
        channels.add(new StreamConnection(server, selector, rest.next(), opening, scratch));
        begun++;
      }
      int before = opening.opened;
      if (!select(SILENCE_MILLIS)) {
        throw new IOException("the server opens no more streams");
      }
      if (opening.opened > before) {
        progress.accept(opening.opened);
      }
    }
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
      boolean unused = select(Math.max(1, (plan.wakeAt(now) - now) / 1_000_000));
      now = System.nanoTime();
    }
  }

  /** False if nothing happened for that long. */
  private boolean select(long millis) throws IOException {
    int ready = selector.select(millis);
    for (SelectionKey key : selector.selectedKeys()) {
      Channel channel = (Channel) key.attachment();
      if (channel.ready(System.nanoTime()) && channel instanceof LoadConnection connection) {
        free.add(connection);
      }
    }
    selector.selectedKeys().clear();
    return ready > 0;
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

  @Override
  public void close() throws IOException {
    for (Channel channel : channels) {
      channel.close();
    }
    selector.close();
  }

  /** Counts what is open, and passes everything on. */
  private static final class OpeningReader implements StreamReader {
    private final StreamReader reader;
    private int opened;

    OpeningReader(StreamReader reader) {
      this.reader = reader;
    }

    @Override
    public void opened(long now) {
      opened++;
      reader.opened(now);
    }

    @Override
    public void news(String conversation, long latest, long now) {
      reader.news(conversation, latest, now);
    }

    @Override
    public void ended(long now) {
      reader.ended(now);
    }
  }
}

package org.opstap.benchmark.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.client.RequestBuffer;
import org.opstap.benchmark.load.Answer;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.load.Plan;
import org.opstap.benchmark.load.StreamReader;
import org.opstap.benchmark.load.Work;

/**
 * One append to each conversation by its device, or one wake-up from another node, until every
 * seeker's stream has told of it.
 */
final class Wake implements Plan, StreamReader {
  private static final long TICK = 50_000_000L;
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final Deque<Conversation> waiting = new ArrayDeque<>();
  private final Set<String> asleep = new HashSet<>();
  private final RequestBuffer scratch = new RequestBuffer();
  private boolean armed;
  private int inFlight;
  private int ended;
  private long startedAt;
  private long acknowledgedAt;
  private long wokenAt;
  private Optional<String> unexpected = Optional.empty();
  private volatile Optional<String> failed = Optional.empty();

  /**
   * Appends, and waits for the streams that are open.
   *
   * @param streams whether there are any
   */
  Times run(LoadLoop loop, List<Conversation> conversations, boolean streams) throws IOException {
    waiting.addAll(conversations);
    if (streams) {
      conversations.forEach(conversation -> asleep.add(conversation.id().toText()));
    }
    startedAt = System.nanoTime();
    return await(loop);
  }

  /** Waits for the streams that are open, while another node wakes all of them at once. */
  Times run(LoadLoop loop, List<Conversation> conversations, OtherNode node, long latest)
      throws IOException {
    conversations.forEach(conversation -> asleep.add(conversation.id().toText()));
    startedAt = System.nanoTime();
    acknowledgedAt = startedAt;
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                node.wake(conversations, latest);
              } catch (IOException e) {
                failed = Optional.of("NATS takes no wake-ups: " + e.getMessage());
              }
            });
    return await(loop);
  }

  private Times await(LoadLoop loop) throws IOException {
    armed = true;
    loop.run(this);
    armed = false;
    Optional<String> trouble = unexpected.or(() -> failed);
    if (trouble.isPresent()) {
      throw new IOException(trouble.get());
    }
    if (!asleep.isEmpty()) {
      throw new IOException(asleep.size() + " streams were not woken within a minute");
    }
    return new Times((acknowledgedAt - startedAt) / 1e6, (wokenAt - startedAt) / 1e6);
  }

  /** Streams that the server ended meanwhile. */
  int ended() {
    return ended;
  }

  @Override
  public Optional<Work> next(long now) {
    Conversation next = waiting.poll();
    if (next == null) {
      return Optional.empty();
    }
    inFlight++;
    return Optional.of(new Append(next.members().get(1)));
  }

  @Override
  public long wakeAt(long now) {
    return now + TICK;
  }

  @Override
  public boolean isOver(long now) {
    boolean done = waiting.isEmpty() && inFlight == 0 && asleep.isEmpty();
    return done || now > startedAt + PATIENCE || unexpected.isPresent() || failed.isPresent();
  }

  @Override
  public void opened(long now) {}

  @Override
  public void news(String conversation, long latest, long now) {
    if (armed && asleep.remove(conversation)) {
      wokenAt = now;
    }
  }

  @Override
  public void ended(long now) {
    ended++;
  }

  private final class Append implements Work {
    private final Member member;

    Append(Member member) {
      this.member = member;
    }

    @Override
    public void write(RequestBuffer request) {
      member.writeAppend(request, scratch);
    }

    @Override
    public void answered(Answer answer, long now) {
      inFlight--;
      acknowledgedAt = now;
      if (answer.status() == 201) {
        member.appended();
      } else {
        unexpected =
            Optional.of("an append was answered " + answer.status() + ": " + answer.body());
      }
    }
  }

  /**
   * From the start.
   *
   * @param acknowledgedMillis until the last append was acknowledged
   * @param wokenMillis until the last stream told of it
   */
  record Times(double acknowledgedMillis, double wokenMillis) {}
}

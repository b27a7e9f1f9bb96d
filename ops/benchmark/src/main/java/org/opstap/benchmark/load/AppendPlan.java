package org.opstap.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.client.RequestBuffer;

/**
 * As many appends as the connections take: each goes on with the next member when its answer is
 * there. Members take turns, so that none of them has two in flight or meets its limit.
 */
public final class AppendPlan implements Plan {
  private static final long TICK = 100_000_000L;
  private static final int CREATED = 201;

  private final Deque<Append> waiting = new ArrayDeque<>();
  private final RequestBuffer scratch = new RequestBuffer();
  private final Samples samples = new Samples();
  private final long startedAt = System.nanoTime();
  private final long endsAt;
  private int inFlight;
  private long acknowledged;
  private long refused;
  private Optional<String> unexpected = Optional.empty();

  public AppendPlan(Collection<Member> members, Duration time) {
    members.forEach(member -> waiting.add(new Append(member)));
    endsAt = startedAt + time.toNanos();
  }

  /** Runs it on a loop. */
  public AppendPlan on(LoadLoop loop) throws IOException {
    loop.run(this);
    if (unexpected.isPresent()) {
      throw new IOException(unexpected.get());
    }
    return this;
  }

  @Override
  public Optional<Work> next(long now) {
    if (now >= endsAt || unexpected.isPresent()) {
      return Optional.empty();
    }
    Append next = waiting.poll();
    if (next == null) {
      return Optional.empty();
    }
    inFlight++;
    return Optional.of(next);
  }

  @Override
  public long wakeAt(long now) {
    return now + TICK;
  }

  @Override
  public boolean isOver(long now) {
    return (now >= endsAt || unexpected.isPresent()) && inFlight == 0;
  }

  /** Appends a second that were acknowledged in the measured time. */
  public double perSecond() {
    return acknowledged * 1e9 / (endsAt - startedAt);
  }

  public long acknowledged() {
    return acknowledged;
  }

  /** How often the server asked to come back later. */
  public long refused() {
    return refused;
  }

  /** From the start of writing a request to its answer. */
  public Samples samples() {
    return samples;
  }

  private final class Append implements Work {
    private final Member member;
    private long writtenAt;

    Append(Member member) {
      this.member = member;
    }

    @Override
    public void write(RequestBuffer request) {
      writtenAt = System.nanoTime();
      member.writeAppend(request, scratch);
    }

    @Override
    public void answered(Answer answer, long now) {
      inFlight--;
      waiting.add(this);
      int status = answer.status();
      if (status == CREATED) {
        member.appended();
        if (now < endsAt) {
          acknowledged++;
          samples.add(now - writtenAt);
        }
      } else if (status == 429 || status == 503) {
        refused++;
      } else if (unexpected.isEmpty()) {
        unexpected = Optional.of("an append was answered " + status + ": " + answer.body());
      }
    }
  }
}

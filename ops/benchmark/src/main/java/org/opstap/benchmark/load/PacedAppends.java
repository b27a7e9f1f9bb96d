package org.opstap.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.client.RequestBuffer;

/** Appends that are due at a rate, in an open loop: the time of each runs from when it was due. */
public final class PacedAppends implements Plan {
  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE = 10 * SECOND;

  private final Deque<Member> waiting;
  private final RequestBuffer scratch = new RequestBuffer();
  private final List<Timed> timed = new ArrayList<>();
  private final long interval;
  private final long startedAt = System.nanoTime();
  private final long endsAt;
  private long made;
  private long answered;
  private long refused;
  private Optional<String> unexpected = Optional.empty();

  /**
   * @param dueAt as nano time
   * @param nanos from then to the acknowledgement
   */
  public record Timed(long dueAt, long nanos) {}

  public PacedAppends(Collection<Member> members, int perSecond, Duration time) {
    waiting = new ArrayDeque<>(members);
    interval = SECOND / perSecond;
    endsAt = startedAt + time.toNanos();
  }

  /** Runs it on a loop. */
  public PacedAppends on(LoadLoop loop) throws IOException {
    loop.run(this);
    if (unexpected.isPresent()) {
      throw new IOException(unexpected.get());
    }
    return this;
  }

  /** Times of those that were due between two moments. */
  public Samples dueBetween(long from, long to) {
    Samples samples = new Samples();
    timed.stream()
        .filter(each -> each.dueAt >= from && each.dueAt < to)
        .forEach(each -> samples.add(each.nanos));
    return samples;
  }

  /** How often the server asked to come back later. */
  public long refused() {
    return refused;
  }

  @Override
  public Optional<Work> next(long now) {
    long due = startedAt + made * interval;
    if (due > now || due >= endsAt || unexpected.isPresent()) {
      return Optional.empty();
    }
    Member member = waiting.poll();
    if (member == null) {
      return Optional.empty();
    }
    made++;
    return Optional.of(new Append(member, due));
  }

  @Override
  public long wakeAt(long now) {
    return startedAt + made * interval;
  }

  @Override
  public boolean isOver(long now) {
    boolean done = now >= endsAt && answered == made;
    return done || now >= endsAt + PATIENCE || unexpected.isPresent();
  }

  private final class Append implements Work {
    private final Member member;
    private final long due;

    Append(Member member, long due) {
      this.member = member;
      this.due = due;
    }

    @Override
    public void write(RequestBuffer request) {
      member.writeAppend(request, scratch);
    }

    @Override
    public void answered(Answer answer, long now) {
      answered++;
      waiting.add(member);
      int status = answer.status();
      if (status == 201) {
        member.appended();
        timed.add(new Timed(due, now - due));
      } else if (status == 429 || status == 503) {
        refused++;
      } else {
        unexpected = Optional.of("an append was answered " + status + ": " + answer.body());
      }
    }
  }
}

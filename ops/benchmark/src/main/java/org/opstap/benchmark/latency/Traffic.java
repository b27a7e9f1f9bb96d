package org.opstap.benchmark.latency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opstap.benchmark.client.RequestBuffer;
import org.opstap.benchmark.load.Answer;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.load.Plan;
import org.opstap.benchmark.load.Samples;
import org.opstap.benchmark.load.StreamReader;
import org.opstap.benchmark.load.Work;

/** Messages at a rate, in an open loop, among pairs that take turns. */
final class Traffic implements Plan, StreamReader {
  private static final long SECOND = 1_000_000_000L;

  /** What is not there this long after the last one was due counts as missing. */
  private static final long PATIENCE = 5 * SECOND;

  private static final byte[] SEQUENCE = "\"sequence\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NO_BODY = {};

  private final List<Pair> pairs;
  private final Map<String, Pair> byConversation = new HashMap<>();
  private final Deque<Step> ready = new ArrayDeque<>();
  private final RequestBuffer scratch = new RequestBuffer();

  private Samples samples = new Samples();
  private long startedAt;
  private long endsAt;
  private double interval = SECOND;
  private long made;
  private long arrived;
  private int turn;
  private int inFlight;
  private long refused;
  private Optional<String> unexpected = Optional.empty();

  Traffic(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
    for (Pair pair : pairs) {
      byConversation.put(pair.conversation().id().toText(), pair);
    }
  }

  /** Sends for that time and waits for what is on its way. */
  void run(LoadLoop loop, int perSecond, Duration time) throws IOException {
    samples = new Samples();
    made = 0;
    arrived = 0;
    refused = 0;
    interval = (double) SECOND / perSecond;
    startedAt = System.nanoTime();
    endsAt = startedAt + time.toNanos();
    pairs.forEach(this::fetchNews);
    loop.run(this);
    for (long i = arrived; i < made; i++) {
      samples.add(PATIENCE);
    }
    forgetWhatIsLeft();
    if (unexpected.isPresent()) {
      throw new IOException(unexpected.get());
    }
  }

  /** Nothing of this rate goes out in the next one. What is on its way comes back then. */
  private void forgetWhatIsLeft() {
    ready.forEach(Step::forget);
    ready.clear();
    pairs.forEach(pair -> pair.due.clear());
  }

  /** From due to arrived; what is missing counts as five seconds. */
  Samples samples() {
    return samples;
  }

  /** Messages that were due and had not arrived in the end. */
  long missing() {
    return made - arrived;
  }

  long refused() {
    return refused;
  }

  @Override
  public Optional<Work> next(long now) {
    makeDue(now);
    Step work = ready.poll();
    if (work == null) {
      return Optional.empty();
    }
    inFlight++;
    return Optional.of(work);
  }

  private void makeDue(long now) {
    for (long due = dueAt(made); due <= now && due < endsAt; due = dueAt(made)) {
      made++;
      Pair pair = pairs.get(turn);
      turn = (turn + 1) % pairs.size();
      pair.due.add(due);
      sendNext(pair);
    }
  }

  private long dueAt(long number) {
    return startedAt + (long) (number * interval);
  }

  private void sendNext(Pair pair) {
    Long due = pair.sending ? null : pair.due.poll();
    if (due != null) {
      pair.sending = true;
      ready.add(new Send(pair, due));
    }
  }

  @Override
  public long wakeAt(long now) {
    return now < endsAt ? dueAt(made) : now + SECOND / 10;
  }

  @Override
  public boolean isOver(long now) {
    boolean allThere = now >= endsAt && missing() == 0 && inFlight == 0;
    return allThere || now >= endsAt + PATIENCE || unexpected.isPresent();
  }

  @Override
  public void opened(long now) {}

  @Override
  public void news(String conversation, long latest, long now) {
    Pair pair = byConversation.get(conversation);
    if (pair != null) {
      pair.announce(latest);
      fetchNews(pair);
    }
  }

  private void fetchNews(Pair pair) {
    if (!pair.fetching && pair.hasNews()) {
      pair.fetching = true;
      ready.add(new Fetch(pair));
    }
  }

  @Override
  public void ended(long now) {
    unexpected = Optional.of("the server ended a stream");
  }

  private void refuse(Answer answer) {
    if (answer.status() == 429 || answer.status() == 503) {
      refused++;
    } else {
      unexpected = Optional.of("unexpected answer " + answer.status() + ": " + answer.body());
    }
  }

  private interface Step extends Work {
    /** It is not going to be written. */
    void forget();
  }

  private final class Send implements Step {
    private final Pair pair;
    private final long due;

    Send(Pair pair, long due) {
      this.pair = pair;
      this.due = due;
    }

    @Override
    public void forget() {
      pair.sending = false;
    }

    @Override
    public void write(RequestBuffer request) {
      pair.sendDue(due);
      pair.sender().writeAppend(request, scratch);
    }

    @Override
    public void answered(Answer answer, long now) {
      inFlight--;
      pair.sending = false;
      if (answer.status() == 201) {
        pair.sender().appended();
        if (answer.numberAfter(SEQUENCE, new Answer.Cursor()) != pair.sent()) {
          unexpected = Optional.of("a sequence that can't be: " + answer.body());
        }
      } else {
        // It counts as missing: trying again at once would be another load than the one asked for.
        pair.takeBack();
        refuse(answer);
      }
      sendNext(pair);
    }
  }

  private final class Fetch implements Step {
    private final Pair pair;

    Fetch(Pair pair) {
      this.pair = pair;
    }

    @Override
    public void forget() {
      pair.fetching = false;
    }

    @Override
    public void write(RequestBuffer request) {
      String target = pair.conversation().path() + "/entries?after=" + pair.fetched();
      pair.reader().seat().sign(request, "GET", target, NO_BODY);
    }

    @Override
    public void answered(Answer answer, long now) {
      inFlight--;
      pair.fetching = false;
      if (answer.status() == 200) {
        take(answer, now);
      } else {
        refuse(answer);
      }
      fetchNews(pair);
    }

    private void take(Answer answer, long now) {
      Answer.Cursor cursor = new Answer.Cursor();
      for (long sequence = answer.numberAfter(SEQUENCE, cursor);
          sequence >= 0;
          sequence = answer.numberAfter(SEQUENCE, cursor)) {
        if (sequence != pair.fetched() + 1) {
          unexpected = Optional.of("a gap before sequence " + sequence);
        }
        pair.fetched(sequence);
        // A message of an earlier rate that came too late was counted as missing there.
        if (pair.dueAt(sequence) >= startedAt) {
          arrived++;
          samples.add(now - pair.dueAt(sequence));
        }
      }
    }
  }
}

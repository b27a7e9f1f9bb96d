package org.opstap.backend.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import org.opstap.backend.http.Limits;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.push.CapsuleContent;
import org.opstap.protocol.push.PushCapsule;
import org.opstap.protocol.wire.Bytes;

/**
 * Wakes the devices of capsules. A capsule is opened to see whether it is one and whose, forgotten
 * while its notice waits, and opened again when it is time: where a device is woken is in memory
 * for no longer than the request that wakes it (PUS-10). What is lost on the way loses nothing: the
 * log is the truth.
 */
@Singleton
public class PushService {
  /** Of the sender's clock: more than 30 days ahead by this is no capsule. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  private final PushKeys keys;
  private final NoticeSenders senders;
  private final WakeBudget budget;
  private final WakeHub hub;
  private final TaskScheduler scheduler;
  private final SecureRandom random;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(Limits.WAKES_WAITING);
  private final Semaphore sending = new Semaphore(Limits.WAKES_AT_ONCE);
  private final Map<Bytes, List<Wake>> waiting = new ConcurrentHashMap<>();
  private final Map<Seat, Integer> waitingOf = new ConcurrentHashMap<>();
  private final Counter sent;
  private final Counter expired;
  private final Counter failed;
  private final Counter dropped;

  PushService(
      PushKeys keys,
      NoticeSenders senders,
      WakeBudget budget,
      WakeHub hub,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      SecureRandom random,
      Clock clock,
      MeterRegistry metrics) {
    this.keys = keys;
    this.senders = senders;
    this.budget = budget;
    this.hub = hub;
    this.scheduler = scheduler;
    this.random = random;
    this.clock = clock;
    this.sent = metrics.counter("opstap.push.sent");
    this.expired = metrics.counter("opstap.push.expired");
    this.failed = metrics.counter("opstap.push.failed");
    this.dropped = metrics.counter("opstap.push.dropped");
  }

  /**
   * Wakes whom the capsules of an accepted append are for. Never blocks, and says nothing of what
   * comes of it but to the sender's stream, where a capsule wakes nobody any more (PUS-13).
   */
  public void wake(BrandedId sender, ConversationId conversation, List<PushCapsule> capsules) {
    for (PushCapsule capsule : capsules) {
      Wake wake = new Wake(sender, conversation, capsule);
      if (!enter(wake)) {
        dropped.increment();
      } else if (!start(() -> take(wake))) {
        leave(wake);
      }
    }
  }

  /** Whether there is room for one more, in this process and of what one seat may have waiting. */
  private boolean enter(Wake wake) {
    int own = waitingOf.merge(Seat.of(wake), 1, Integer::sum);
    if (own <= Limits.WAKES_WAITING_OF_A_SEAT && room.tryAcquire()) {
      return true;
    }
    forget(wake);
    return false;
  }

  private void leave(Wake wake) {
    room.release();
    forget(wake);
  }

  private void forget(Wake wake) {
    waitingOf.computeIfPresent(Seat.of(wake), (same, own) -> own == 1 ? null : own - 1);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  /** False where this server stops. */
  private boolean start(Runnable work) {
    try {
      threads.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void take(Wake wake) {
    Optional<CapsuleContent> content = open(wake);
    if (content.isEmpty()) {
      leave(wake);
      tellExpired(List.of(wake));
      return;
    }
    Bytes name = budget.nameOf(content.get().target());
    if (isMerged(name, wake)) {
      leave(wake);
    } else if (!budget.take(name)) {
      waiting.remove(name);
      leave(wake);
      dropped.increment();
    } else {
      sendAfter(drawn(content.get().delay().bound()), name, wake);
    }
  }

  /** Whether a notice for the same device waits already: one is enough for both. */
  private boolean isMerged(Bytes name, Wake wake) {
    boolean[] merged = {true};
    waiting.compute(
        name,
        (same, earlier) -> {
          List<Wake> all = earlier == null ? new ArrayList<>() : earlier;
          merged[0] = earlier != null;
          if (all.size() < Limits.WAKES_MERGED) {
            all.add(wake);
          }
          return all;
        });
    return merged[0];
  }

  private Duration drawn(Duration bound) {
    return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // where it isn't started, this server stops
  private void sendAfter(Duration pause, Bytes name, Wake first) {
    if (pause.isZero()) {
      send(name, first);
    } else {
      scheduler.schedule(pause, () -> start(() -> send(name, first)));
    }
  }

  private void send(Bytes name, Wake first) {
    sending.acquireUninterruptibly();
    try {
      List<Wake> due = waiting.remove(name);
      if (due != null) {
        conclude(due, post(due.getFirst()));
      }
    } finally {
      sending.release();
      leave(first);
    }
  }

  /** Ends within {@link Limits#WAKE_TIME}: an interrupted virtual thread leaves its connection. */
  private Outcome post(Wake wake) {
    ScheduledFuture<?> end =
        scheduler.schedule(Limits.WAKE_TIME, Thread.currentThread()::interrupt);
    try {
      return open(wake).map(content -> senders.send(content.target())).orElse(Outcome.GONE);
    } finally {
      end.cancel(false);
      Thread.interrupted();
    }
  }

  private void conclude(List<Wake> due, Outcome outcome) {
    switch (outcome) {
      case SENT -> sent.increment();
      case GONE -> tellExpired(due);
      case FAILED -> failed.increment();
      case REFUSED -> dropped.increment();
    }
  }

  private void tellExpired(List<Wake> wakes) {
    expired.increment(wakes.size());
    wakes.forEach(wake -> hub.tell(wake.expired(), wake.sender()));
  }

  /** PUS-4: empty for what wakes nobody any more, or never did. */
  private Optional<CapsuleContent> open(Wake wake) {
    Instant now = clock.instant();
    return keys.opener(wake.capsule().keyId())
        .flatMap(opener -> wake.capsule().open(opener, wake.conversation()))
        .filter(content -> now.isBefore(content.expiresAt()))
        .filter(
            content -> !content.expiresAt().isAfter(now.plus(CapsuleContent.LIFE).plus(CLOCKS)));
  }

  /** Who appends, in which conversation. */
  private record Seat(BrandedId holder, ConversationId conversation) {
    static Seat of(Wake wake) {
      return new Seat(wake.sender(), wake.conversation());
    }
  }
}

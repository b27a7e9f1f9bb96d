package org.opstap.backend.wake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import org.opstap.backend.http.Limits;
import org.opstap.backend.wake.EventStream.Farewell;
import org.opstap.protocol.id.BrandedId;

/**
 * The open event streams of this node, one per holder (LOG-17). One clock beats for all of them, an
 * eightieth at a time, so that no request waits behind fifteen thousand beats.
 */
@Context
class LiveStreams {
  /** A session's end is told this late at most. */
  private static final Duration TICK = Duration.ofMillis(250);

  private static final int SLOTS = (int) Limits.HEARTBEAT.dividedBy(TICK);

  private final Map<BrandedId, EventStream> streams = new ConcurrentHashMap<>();
  private final LastTold told;
  private final ScheduledFuture<?> ticking;
  private volatile int tick;
  private volatile boolean stopping;

  LiveStreams(
      LastTold told,
      MeterRegistry metrics,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.told = told;
    metrics.gauge("opstap.streams", streams, Map::size);
    this.ticking = scheduler.scheduleAtFixedRate(TICK, TICK, this::tick);
  }

  @PreDestroy
  void close() {
    ticking.cancel(false);
  }

  /** See {@link WakeHub#open}. */
  HttpResponse<byte[]> open(
      HttpRequest<?> request, BrandedId holder, Duration left, Supplier<List<News>> present) {
    EventStream fresh = new EventStream(this, holder, System.nanoTime() + left.toNanos(), tick);
    EventStream older = streams.put(holder, fresh);
    if (older != null) {
      older.end(Farewell.REPLACED);
    }
    try {
      List<News> first = present.get();
      first.forEach(told::begin);
      fresh.begin(first);
      if (stopping) {
        fresh.end(Farewell.RECONNECT);
      }
      return StreamHandover.answer(request, fresh);
    } catch (RuntimeException e) {
      fresh.end(Farewell.NONE);
      throw e;
    }
  }

  /** Tells those of the holders that listen here. Never blocks. */
  void tell(News news, Collection<? extends BrandedId> holders) {
    boolean any = false;
    for (BrandedId holder : holders) {
      EventStream stream = streams.get(holder);
      if (stream != null) {
        stream.tell(news);
        any = true;
      }
    }
    if (any) {
      told.note(news);
    }
  }

  /** See {@link WakeHub#tell}. */
  void tell(ExpiredCapsule expired, BrandedId sender) {
    EventStream stream = streams.get(sender);
    if (stream != null) {
      stream.tell(expired);
    }
  }

  /** See {@link WakeHub#end}. */
  void end(BrandedId holder) {
    EventStream stream = streams.get(holder);
    if (stream != null) {
      stream.end(Farewell.NONE);
    }
  }

  /** Who listens here; goes with the streams. */
  Set<BrandedId> holders() {
    return streams.keySet();
  }

  /** See {@link WakeHub#stop}. */
  void stop() {
    stopping = true;
    streams.values().forEach(stream -> stream.end(Farewell.RECONNECT));
  }

  void forget(EventStream stream) {
    streams.remove(stream.holder(), stream);
  }

  private void tick() {
    int current = (tick + 1) % SLOTS;
    tick = current;
    long now = System.nanoTime();
    streams.values().forEach(stream -> stream.tick(current, now));
  }
}

package org.opstap.backend.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opstap.protocol.id.BrandedId;

/**
 * So many a minute for each holder and object, counted per node and clock minute, forgotten with
 * the minute.
 */
public final class MinuteBudget {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** One for each seat that writes within a minute; far above what a node can store in one. */
  private static final int SEATS = 1_000_000;

  private final Cache<Window, AtomicInteger> used =
      Caffeine.newBuilder().maximumSize(SEATS).expireAfterWrite(WINDOW.multipliedBy(2)).build();
  private final int limit;
  private final Clock clock;

  public MinuteBudget(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Takes one of a holder's, about one object; gives how long to wait if there is none left. */
  public Optional<Duration> take(BrandedId holder, BrandedId object) {
    long now = clock.millis();
    Window window = new Window(holder, object, now / WINDOW.toMillis());
    int count = used.get(window, fresh -> new AtomicInteger()).incrementAndGet();
    return count <= limit
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(WINDOW.toMillis() - now % WINDOW.toMillis()));
  }

  private record Window(BrandedId holder, BrandedId object, long minute) {}
}

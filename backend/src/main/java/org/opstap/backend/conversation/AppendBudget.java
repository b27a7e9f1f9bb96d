package org.opstap.backend.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/**
 * Sixty appends a minute for each seat, counted per node and clock minute, and forgotten with the
 * minute.
 */
@Singleton
class AppendBudget {
  /** Somebody has to come and fetch: no use in asking again at once. */
  static final Duration BACKLOG_PAUSE = Duration.ofMinutes(1);

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** One for each seat that appends within a minute; far above what a node can store in one. */
  private static final int SEATS = 1_000_000;

  private final Cache<Window, AtomicInteger> used =
      Caffeine.newBuilder().maximumSize(SEATS).expireAfterWrite(WINDOW.multipliedBy(2)).build();
  private final Clock clock;

  AppendBudget(Clock clock) {
    this.clock = clock;
  }

  /** Takes one append; gives how long to wait if there is none left. */
  Optional<Duration> take(BrandedId holder, ConversationId conversation) {
    long now = clock.millis();
    Window window = new Window(holder, conversation, now / WINDOW.toMillis());
    int count = used.get(window, fresh -> new AtomicInteger()).incrementAndGet();
    return count <= Limits.APPENDS_A_MINUTE
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(WINDOW.toMillis() - now % WINDOW.toMillis()));
  }

  private record Window(BrandedId holder, ConversationId conversation, long minute) {}
}

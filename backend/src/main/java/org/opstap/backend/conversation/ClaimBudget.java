package org.opstap.backend.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/**
 * {@link Limits#GENERATIONS_AN_HOUR} generations an hour for which a seat gets key packages,
 * counted per node and clock hour: else one pseudonym could use up what devices have in stock, and
 * everybody after it would share their last resorts.
 */
@Singleton
class ClaimBudget {
  private static final Duration WINDOW = Duration.ofHours(1);

  /** One for each seat that claims within an hour; a node takes fewer requests than that. */
  private static final int SEATS = 1_000_000;

  private final Cache<Window, Long> firsts =
      Caffeine.newBuilder().maximumSize(SEATS).expireAfterWrite(WINDOW.multipliedBy(2)).build();
  private final Clock clock;

  ClaimBudget(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait if there is none left. The same generation again costs nothing more. */
  Optional<Duration> take(BrandedId holder, ConversationId conversation, long generation) {
    long now = clock.millis();
    Window window = new Window(holder, conversation, now / WINDOW.toMillis());
    long first = firsts.get(window, fresh -> generation);
    return generation - first < Limits.GENERATIONS_AN_HOUR
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(WINDOW.toMillis() - now % WINDOW.toMillis()));
  }

  private record Window(BrandedId holder, ConversationId conversation, long hour) {}
}

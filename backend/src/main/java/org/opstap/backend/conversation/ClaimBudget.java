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
import org.opstap.protocol.id.LeadId;

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
    return take(new Window(holder, conversation, hour()), generation);
  }

  /** The same for a lead, whose claims are for one epoch each. */
  Optional<Duration> takeForLead(BrandedId holder, LeadId lead, long epoch) {
    return take(new Window(holder, lead, hour()), epoch);
  }

  private Optional<Duration> take(Window window, long number) {
    long first = firsts.get(window, fresh -> number);
    return number - first < Limits.GENERATIONS_AN_HOUR
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(WINDOW.toMillis() - clock.millis() % WINDOW.toMillis()));
  }

  private long hour() {
    return clock.millis() / WINDOW.toMillis();
  }

  private record Window(BrandedId holder, BrandedId object, long hour) {}
}

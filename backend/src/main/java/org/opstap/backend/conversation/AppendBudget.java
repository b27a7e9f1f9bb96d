package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MinuteBudget;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/** Sixty appends a minute for each seat. */
@Singleton
class AppendBudget {
  /** Somebody has to come and fetch: no use in asking again at once. */
  static final Duration BACKLOG_PAUSE = Duration.ofMinutes(1);

  private final MinuteBudget appends;

  AppendBudget(Clock clock) {
    this.appends = new MinuteBudget(Limits.APPENDS_A_MINUTE, clock);
  }

  /** Takes one append; gives how long to wait if there is none left. */
  Optional<Duration> take(BrandedId holder, ConversationId conversation) {
    return appends.take(holder, conversation);
  }
}

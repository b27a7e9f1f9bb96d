package org.opstap.backend.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has lived long enough, every hour. Running on several nodes at once is harmless. */
@Singleton
class RetentionService {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionService.class);

  /** Short enough that nobody waits for the locks. */
  private static final int BATCH = 500;

  /** How long an answer to a registration may still be asked for again. */
  private static final Duration INVITATION_MEMORY = Duration.ofDays(3);

  private final Transactions transactions;
  private final Clock clock;

  RetentionService(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1h")
  void expire() {
    LocalDate today = Coarse.today(clock);
    int entries = expireEntries(today);
    int pseudonyms =
        delete(
            "DELETE FROM pseudonym WHERE last_used_on < ? LIMIT " + BATCH,
            today.minusMonths(Limits.PSEUDONYM_MONTHS));
    pseudonyms +=
        delete(
            "DELETE FROM pseudonym WHERE last_used_on < ? AND NOT EXISTS (SELECT 1 FROM"
                + " conversation WHERE conversation.pseudonym_id = pseudonym.pseudonym_id AND"
                + " latest > 0) LIMIT "
                + BATCH,
            today.minusDays(Limits.UNUSED_PSEUDONYM_DAYS));
    int keyPackages =
        delete(
            "DELETE FROM key_package WHERE state = ? AND NOT EXISTS (SELECT 1 FROM"
                + " key_package_claim c WHERE c.key_package_id = key_package.key_package_id) LIMIT "
                + BATCH,
            "claimed");
    int invitations =
        delete(
            "DELETE FROM invitation WHERE expires_at < ? LIMIT " + BATCH,
            Coarse.quarterAtOrAfter(clock.instant().minus(INVITATION_MEMORY)));
    LOG.info(
        "retention: {} entries, {} pseudonyms, {} key packages, {} invitations",
        entries,
        pseudonyms,
        keyPackages,
        invitations);
  }

  /** Entries go with the bytes that their seats are charged for. */
  private int expireEntries(LocalDate today) {
    return transactions.write(
        connection -> {
          try (PreparedStatement free =
                  connection.prepareStatement(
                      "UPDATE seat s JOIN (SELECT conversation_id, sender_id, SUM(LENGTH(message) +"
                          + " COALESCE(LENGTH(welcome), 0)) AS bytes FROM entry WHERE expires_on <"
                          + " ? GROUP BY conversation_id, sender_id) e ON e.conversation_id ="
                          + " s.conversation_id AND e.sender_id = s.holder_id SET s.stored_bytes ="
                          + " GREATEST(s.stored_bytes, e.bytes) - e.bytes");
              PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM entry WHERE expires_on < ?")) {
            free.setObject(1, today);
            free.executeUpdate();
            delete.setObject(1, today);
            return delete.executeUpdate();
          }
        });
  }

  private int delete(String sql, Object parameter) {
    int total = 0;
    int deleted;
    do {
      deleted =
          transactions.write(
              connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                  statement.setObject(1, parameter);
                  return statement.executeUpdate();
                }
              });
      total += deleted;
    } while (deleted == BATCH);
    return total;
  }
}

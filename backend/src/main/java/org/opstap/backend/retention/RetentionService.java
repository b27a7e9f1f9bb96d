package org.opstap.backend.retention;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.opstap.backend.admission.IssuerKeyService;
import org.opstap.backend.conversation.EntryPartitions;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.SilenceLimit;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.duty.RosterService;
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

  private final EntryPartitions entries;
  private final IssuerKeyService issuerKeys;
  private final RosterService rosters;
  private final Transactions transactions;
  private final Clock clock;

  RetentionService(
      EntryPartitions entries,
      IssuerKeyService issuerKeys,
      RosterService rosters,
      Transactions transactions,
      Clock clock) {
    this.entries = entries;
    this.issuerKeys = issuerKeys;
    this.rosters = rosters;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1h")
  void expire() {
    LocalDate today = Coarse.today(clock);
    int days = entries.expire();
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
    int erasures = delete("DELETE FROM erasure WHERE expires_on < ? LIMIT " + BATCH, today);
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
    int cards =
        delete(
            "DELETE FROM card WHERE valid_until < ? LIMIT " + BATCH,
            today.minusDays(Limits.CARD_MEMORY_DAYS));
    delete(
        "DELETE FROM card_week WHERE week < ? LIMIT " + BATCH, today.minusWeeks(Limits.CARD_WEEKS));
    delete(
        "DELETE FROM `lead` WHERE decided_on < ? AND state NOT IN ('proposed', 'consented',"
            + " 'accepted') LIMIT "
            + BATCH,
        today.minusMonths(Limits.PSEUDONYM_MONTHS));
    int slots = rosters.dropWhoLeft();
    int devices =
        delete(
            "DELETE FROM worker_device WHERE state = ? AND NOT EXISTS (SELECT 1 FROM seat WHERE"
                + " seat.holder_id = worker_device.device_id) AND NOT EXISTS (SELECT 1 FROM"
                + " conversation WHERE conversation.successor = worker_device.device_id) AND NOT"
                + " EXISTS (SELECT 1 FROM key_package_claim c WHERE c.device_id ="
                + " worker_device.device_id) LIMIT "
                + BATCH,
            "revoked");
    int workers =
        delete(
            "DELETE FROM worker WHERE NOT EXISTS (SELECT 1 FROM worker_device d WHERE d.worker_id ="
                + " worker.worker_id) AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.worker_id"
                + " = worker.worker_id AND i.expires_at >= ?) LIMIT "
                + BATCH,
            Coarse.quarterAtOrBefore(clock.instant()));
    delete(
        "DELETE FROM attendance WHERE there_until <= ? LIMIT " + BATCH,
        Coarse.quarterAtOrBefore(clock.instant()));
    int spentTokens = issuerKeys.expire();
    LOG.info(
        "retention: {} days of entries, {} pseudonyms, {} erasures, {} key packages, {}"
            + " invitations, {} cards, {} roster slots, {} devices, {} workers, {} spent tokens",
        days,
        pseudonyms,
        erasures,
        keyPackages,
        invitations,
        cards,
        slots,
        devices,
        workers,
        spentTokens);
  }

  private int delete(String sql, Object parameter) {
    int total = 0;
    int deleted;
    do {
      deleted =
          transactions.write(
              connection -> {
                SilenceLimit.allowLong(connection);
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

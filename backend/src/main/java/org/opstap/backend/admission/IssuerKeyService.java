package org.opstap.backend.admission;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.SilenceLimit;
import org.opstap.backend.database.Transactions;
import org.opstap.protocol.privacypass.IssuerDirectory;
import org.opstap.protocol.privacypass.IssuerDirectory.TokenKey;
import org.opstap.protocol.wire.Bytes;

/**
 * The issuer's keys: this month's and the next one's are always there, the last one's until its
 * grace is over (ADM-13, ADM-14). Asked for from memory; a key never changes.
 */
@Singleton
public class IssuerKeyService {
  /** Where tokens are asked for, as the issuer's directory says it. */
  static final String REQUEST_PATH = "/v1/admission/tokens";

  /** Short enough that nobody waits for the locks. */
  private static final int BATCH = 500;

  /** Clocks of nodes differ: none drops what another one still takes. */
  private static final int DAYS_OVER = 2;

  private final IssuerKeyVault vault;
  private final IssuerKeyStore store;
  private final Transactions transactions;
  private final Clock clock;

  private volatile List<IssuerKey> known = List.of();

  IssuerKeyService(
      IssuerKeyVault vault, IssuerKeyStore store, Transactions transactions, Clock clock) {
    this.vault = vault;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Makes keys ahead of time, and sees what other nodes and operators changed. */
  @Scheduled(initialDelay = "1s", fixedDelay = "1h")
  void refresh() {
    read();
  }

  /** The ids of this month's and the next month's key, as a directory release names them. */
  public List<Bytes> digests() {
    Instant now = clock.instant();
    return keys().stream()
        .filter(key -> key.isAliveAt(now) && !key.month().isBefore(IssuerKey.monthOf(now)))
        .map(key -> key.publicKey().tokenKeyId())
        .toList()
        .reversed();
  }

  /** What clients read (RFC 9578 section 4): newest first, those whose time hasn't come too. */
  IssuerDirectory directory() {
    Instant now = clock.instant();
    return new IssuerDirectory(
        REQUEST_PATH,
        keys().stream()
            .filter(key -> key.isAliveAt(now))
            .map(key -> new TokenKey(key.publicKey(), key.notBefore()))
            .toList());
  }

  /** This month's key: what somebody without a token should get one under. */
  IssuerKey current() {
    YearMonth now = IssuerKey.monthOf(clock.instant());
    return keys().stream().filter(key -> key.month().equals(now)).findFirst().orElseThrow();
  }

  /** The key that signs for requests with a truncated id. */
  Optional<IssuerKey> signing(int truncatedTokenKeyId) {
    Instant now = clock.instant();
    return keys().stream()
        .filter(key -> key.publicKey().truncatedTokenKeyId() == truncatedTokenKeyId)
        .filter(key -> key.signsAt(now))
        .findFirst();
  }

  /** The key of a token, while its tokens still count. */
  Optional<IssuerKey> redeeming(Bytes tokenKeyId) {
    Instant now = clock.instant();
    return keys().stream()
        .filter(key -> key.publicKey().tokenKeyId().equals(tokenKeyId))
        .filter(key -> key.isAliveAt(now))
        .findFirst();
  }

  /**
   * Drops the keys whose grace is over, with what was spent under them.
   *
   * @return how many spent tokens were forgotten
   */
  public int expire() {
    LocalDate first =
        YearMonth.from(Coarse.today(clock).minusDays(DAYS_OVER)).minusMonths(1).atDay(1);
    int forgotten = 0;
    int deleted;
    do {
      deleted = forgetSpent(first);
      forgotten += deleted;
    } while (deleted == BATCH);
    store.deleteBefore(first);
    read();
    return forgotten;
  }

  /** The next one who asks reads them again: one that was known here is no more. */
  void forget() {
    known = List.of();
  }

  private int forgetSpent(LocalDate first) {
    return transactions.write(
        connection -> {
          SilenceLimit.allowLong(connection);
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM spent_token WHERE month < ? LIMIT " + BATCH)) {
            delete.setObject(1, first);
            return delete.executeUpdate();
          }
        });
  }

  private List<IssuerKey> keys() {
    List<IssuerKey> now = known;
    return missing(now).isEmpty() ? now : read();
  }

  /** Reads them all again; makes this month's and the next one's first where they are not there. */
  synchronized List<IssuerKey> read() {
    List<IssuerKey> before = known;
    List<IssuerKey> now = vault.read(id -> opened(before, id));
    if (!missing(now).isEmpty()) {
      vault.make(missing(now));
      now = vault.read(id -> opened(before, id));
    }
    known = now;
    return now;
  }

  private List<YearMonth> missing(List<IssuerKey> keys) {
    YearMonth now = IssuerKey.monthOf(clock.instant());
    return List.of(now, now.plusMonths(1)).stream()
        .filter(month -> keys.stream().noneMatch(key -> key.month().equals(month)))
        .toList();
  }

  private static Optional<IssuerKey> opened(List<IssuerKey> keys, Bytes tokenKeyId) {
    return keys.stream()
        .filter(key -> key.signer() != null && key.publicKey().tokenKeyId().equals(tokenKeyId))
        .findFirst();
  }
}

package org.opstap.backend.pseudonym;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opstap.backend.admission.RedemptionService;
import org.opstap.backend.admission.VerifiedToken;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Holders;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Opens pseudonyms, vouches for them when they sign, and moves them to another phone. */
@Singleton
public class PseudonymService implements Holders {
  private final PseudonymStore store;
  private final RedemptionService redemption;
  private final Transactions transactions;
  private final Clock clock;
  private final SecureRandom random;

  PseudonymService(
      PseudonymStore store,
      RedemptionService redemption,
      Transactions transactions,
      Clock clock,
      SecureRandom random) {
    this.store = store;
    this.redemption = redemption;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The pseudonym of a key, for a token: both come to be, or neither. The same token with the same
   * key gets the same pseudonym, so that a lost answer costs nothing (ADM-27).
   */
  OpenResult open(Ed25519PublicKey publicKey, VerifiedToken token) {
    // All that the request says is its key.
    Bytes request = publicKey.value().sha256();
    OpenResult result =
        transactions.write(
            connection ->
                switch (redemption.spend(token, request)) {
                  case FIRST -> new OpenResult.Opened(open(publicKey));
                  case SAME_REQUEST ->
                      store
                          .findByPublicKey(publicKey.value())
                          .<OpenResult>map(row -> new OpenResult.Opened(row.pseudonymId()))
                          .orElseGet(OpenResult.TokenSpent::new);
                  case ANOTHER_REQUEST -> new OpenResult.TokenSpent();
                  case KEY_DROPPED -> new OpenResult.TokenOver();
                });
    redemption.count(result instanceof OpenResult.Opened);
    return result;
  }

  /** The same one for the same key (SES-2). */
  private PseudonymId open(Ed25519PublicKey publicKey) {
    store.insertIfNew(
        new PseudonymRow(PseudonymId.random(random), publicKey.value(), null, Coarse.today(clock)));
    return store.findByPublicKey(publicKey.value()).orElseThrow().pseudonymId();
  }

  /**
   * Has a pseudonym sign with another key from now on, within the caller's transaction, which holds
   * its conversation. The same key again changes nothing.
   */
  public KeyChange replaceKey(PseudonymId pseudonym, Ed25519PublicKey publicKey) {
    Bytes key = publicKey.value();
    PseudonymRow row = store.findByPseudonymIdIn(List.of(pseudonym)).getFirst();
    if (row.publicKey().equals(key)) {
      return KeyChange.SAME;
    }
    if (key.equals(row.formerKey()) || store.findByPublicKey(key).isPresent()) {
      return KeyChange.TAKEN;
    }
    store.replaceKey(pseudonym, key, Coarse.today(clock));
    return KeyChange.CHANGED;
  }

  @Override
  public Map<BrandedId, Holder> find(Set<BrandedId> ids) {
    List<PseudonymId> own =
        ids.stream().filter(PseudonymId.class::isInstance).map(PseudonymId.class::cast).toList();
    return own.isEmpty()
        ? Map.of()
        : store.findByPseudonymIdIn(own).stream()
            .collect(Collectors.toMap(PseudonymRow::pseudonymId, PseudonymService::holder));
  }

  private static Holder holder(PseudonymRow row) {
    return new Holder(
        new Caller.Seeker(row.pseudonymId(), row.publicKey()),
        row.publicKey(),
        Optional.ofNullable(row.formerKey()));
  }
}

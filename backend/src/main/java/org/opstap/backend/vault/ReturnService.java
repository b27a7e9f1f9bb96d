package org.opstap.backend.vault;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.opstap.backend.database.DatabaseTrouble;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.pseudonym.KeyChange;
import org.opstap.backend.pseudonym.PseudonymService;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * Moves a seat to the phone of whoever shows the locator and the access key of its vault. Key and
 * state belong together: whatever was stored before the key changed is in the state or in the log
 * behind it, and nothing that the former key signed is stored after it (VLT-13).
 */
@Singleton
class ReturnService {
  /** No access key has this digest; what is unknown is compared with it. */
  private static final Bytes NOBODYS_DIGEST = Bytes.copyOf(new byte[32]);

  private final VaultStore store;
  private final PseudonymService pseudonyms;
  private final WakeHub wake;
  private final Transactions transactions;

  ReturnService(
      VaultStore store, PseudonymService pseudonyms, WakeHub wake, Transactions transactions) {
    this.store = store;
    this.pseudonyms = pseudonyms;
    this.wake = wake;
    this.transactions = transactions;
  }

  /** The same request again gets the same answer, while nothing newer was stored. */
  ReturnResult comeBack(Bytes locator, Bytes accessKey, Ed25519PublicKey publicKey) {
    Bytes locatorDigest = locator.sha256();
    Bytes accessKeyDigest = accessKey.sha256();
    Optional<VaultStore.Found> found = store.find(locatorDigest);
    boolean opens =
        found
            .map(VaultStore.Found::accessKeyDigest)
            .orElse(NOBODYS_DIGEST)
            .equalsInConstantTime(accessKeyDigest);
    if (found.isEmpty() || !opens) {
      return new ReturnResult.NotFound();
    }
    Move move = move(found.get(), locatorDigest, publicKey);
    if (move.result() instanceof ReturnResult.Returned returned && move.isNew()) {
      wake.end(returned.pseudonym());
    }
    return move.result();
  }

  private Move move(VaultStore.Found found, Bytes locatorDigest, Ed25519PublicKey publicKey) {
    try {
      return transactions.writeIf(
          move -> move.result() instanceof ReturnResult.Returned,
          connection ->
              store
                  .lockConversation(found.conversation())
                  .map(pseudonym -> move(pseudonym, found, locatorDigest, publicKey))
                  .orElseGet(() -> new Move(new ReturnResult.NotFound(), false)));
    } catch (RuntimeException e) {
      if (DatabaseTrouble.isDuplicate(e)) {
        return new Move(new ReturnResult.KeyTaken(), false);
      }
      throw e;
    }
  }

  /** Under the lock: the vault may have been replaced since it was found. */
  private Move move(
      PseudonymId pseudonym,
      VaultStore.Found found,
      Bytes locatorDigest,
      Ed25519PublicKey publicKey) {
    ConversationId conversation = found.conversation();
    HeldVault held = store.of(conversation);
    boolean isThere =
        held.stored()
            .filter(stored -> stored.locatorDigest().equalsInConstantTime(locatorDigest))
            .filter(
                stored -> stored.accessKeyDigest().equalsInConstantTime(found.accessKeyDigest()))
            .isPresent();
    if (!isThere) {
      return new Move(new ReturnResult.NotFound(), false);
    }
    KeyChange change = pseudonyms.replaceKey(pseudonym, publicKey);
    if (change == KeyChange.TAKEN) {
      return new Move(new ReturnResult.KeyTaken(), false);
    }
    SealedState state = store.state(conversation);
    return new Move(
        new ReturnResult.Returned(pseudonym, conversation, held.version(), state),
        change == KeyChange.CHANGED);
  }

  private record Move(ReturnResult result, boolean isNew) {}
}

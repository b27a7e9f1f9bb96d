package org.opstap.backend.vault;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opstap.backend.database.DatabaseTrouble;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Caller;
import org.opstap.protocol.id.ConversationId;

/** Keeps a conversation's vault, for its own phone alone. */
@Singleton
public class VaultService {
  private final VaultStore store;
  private final Transactions transactions;

  VaultService(VaultStore store, Transactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /**
   * The vaults, or their places, of conversations that the caller's transaction holds locked.
   * Without any, the database is not asked.
   */
  public Map<ConversationId, HeldVault> of(Collection<ConversationId> held) {
    return held.isEmpty() ? Map.of() : store.of(held);
  }

  /** What is against a write; empty where {@link HeldVault#write} may take it. */
  public Optional<WriteRefusal> refusal(HeldVault vault, VaultWrite write) {
    return vault.refusal(write, () -> store.state(vault.conversation()));
  }

  /** Stores what became of held vaults, within the transaction that holds them. */
  public void save(Collection<HeldVault> vaults) {
    List<HeldVault> changed = vaults.stream().filter(vault -> vault.fresh().isPresent()).toList();
    if (!changed.isEmpty()) {
      store.save(changed);
    }
  }

  /** Makes a vault, in the place of another one if there is one (VLT-3). */
  MakeResult make(Caller.Seeker seeker, ConversationId conversation, NewVault vault) {
    try {
      return transactions.writeIf(
          MakeResult.Made.class::isInstance,
          connection ->
              hold(seeker, conversation)
                  .map(held -> make(seeker, held, vault))
                  .orElseGet(MakeResult.ConversationNotFound::new));
    } catch (RuntimeException e) {
      if (DatabaseTrouble.isDuplicate(e)) {
        return new MakeResult.LocatorTaken();
      }
      throw e;
    }
  }

  private MakeResult make(Caller.Seeker seeker, HeldVault held, NewVault vault) {
    if (!held.isHeldBy(seeker)) {
      return new MakeResult.SeatMoved();
    }
    Optional<HeldVault.Stored> stored = held.stored();
    if (stored.filter(one -> one.locatorDigest().equals(vault.locatorDigest())).isPresent()) {
      boolean isAgain =
          vault.opensLike(stored.get())
              && stored.get().version() == NewVault.VERSION
              && store.state(held.conversation()).equals(vault.state());
      return isAgain ? new MakeResult.Made() : new MakeResult.OtherVersion(stored.get().version());
    }
    if (held.hadLocator(vault.locatorDigest())) {
      return new MakeResult.LocatorTaken();
    }
    store.remove(held);
    store.insert(held.conversation(), vault);
    return new MakeResult.Made();
  }

  /** Stores the next state, or finds it stored (VLT-4). */
  WriteResult write(ConversationId conversation, VaultWrite write) {
    return transactions.write(
        connection ->
            hold(write.writer(), conversation)
                .map(held -> write(held, write))
                .orElseGet(WriteResult.ConversationNotFound::new));
  }

  private WriteResult write(HeldVault held, VaultWrite write) {
    Optional<WriteRefusal> refusal = refusal(held, write);
    if (refusal.isPresent()) {
      return new WriteResult.Refused(refusal.get());
    }
    held.write(write);
    save(List.of(held));
    return new WriteResult.Written();
  }

  /** Also where there is none (VLT-5). */
  RemoveResult remove(Caller.Seeker seeker, ConversationId conversation) {
    return transactions.write(
        connection ->
            hold(seeker, conversation)
                .map(held -> remove(seeker, held))
                .orElseGet(RemoveResult.ConversationNotFound::new));
  }

  private RemoveResult remove(Caller.Seeker seeker, HeldVault held) {
    if (!held.isHeldBy(seeker)) {
      return new RemoveResult.SeatMoved();
    }
    store.remove(held);
    return new RemoveResult.Removed();
  }

  /** The vault of a seeker's own conversation, locked; empty for every other one. */
  private Optional<HeldVault> hold(Caller.Seeker seeker, ConversationId conversation) {
    return store
        .lockConversation(conversation)
        .filter(seeker.pseudonym()::equals)
        .map(own -> store.of(conversation));
  }
}

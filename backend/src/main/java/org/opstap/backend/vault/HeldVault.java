package org.opstap.backend.vault;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Caller;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * A conversation's vault, or its place where there is none, under the conversation's lock, and what
 * the transaction has made of it so far. Nothing is stored before {@link VaultService#save}.
 */
public final class HeldVault {
  private final Row row;
  private long version;
  private @Nullable SealedState fresh;

  HeldVault(Row row) {
    this.row = row;
    this.version = row.stored().map(Stored::version).orElse(0L);
  }

  ConversationId conversation() {
    return row.conversation();
  }

  /** Whether the caller signed with the key that the seat has now. */
  boolean isHeldBy(Caller.Seeker seeker) {
    return row.seatKey().equals(seeker.publicKey());
  }

  /** Whether this locator is that of the vault before, which is not made again. */
  boolean hadLocator(Bytes digest) {
    return row.formerLocatorDigest().filter(digest::equals).isPresent();
  }

  Optional<Stored> stored() {
    return row.stored();
  }

  /** What is against a write in the state in which those before it left the vault (VLT-4). */
  Optional<WriteRefusal> refusal(VaultWrite write, Supplier<SealedState> storedState) {
    if (!isHeldBy(write.writer())) {
      return Optional.of(new WriteRefusal.SeatMoved());
    }
    if (row.stored().isEmpty()) {
      return Optional.of(new WriteRefusal.NotFound());
    }
    boolean isNext = write.version() == version + 1;
    boolean isAgain =
        write.version() == version
            && write.state().equals(fresh == null ? storedState.get() : fresh);
    return isNext || isAgain
        ? Optional.empty()
        : Optional.of(new WriteRefusal.OtherVersion(version));
  }

  /** Takes what {@link #refusal} found nothing against. */
  public void write(VaultWrite write) {
    if (write.version() > version) {
      version = write.version();
      fresh = write.state();
    }
  }

  long version() {
    return version;
  }

  /** Empty where nothing is to be stored. */
  Optional<SealedState> fresh() {
    return Optional.ofNullable(fresh);
  }

  /**
   * What is in the database.
   *
   * @param seatKey the public key that the seeker's seat has now
   * @param formerLocatorDigest of the vault that was replaced or removed last
   */
  record Row(
      ConversationId conversation,
      Bytes seatKey,
      Optional<Bytes> formerLocatorDigest,
      Optional<Stored> stored) {}

  record Stored(Bytes locatorDigest, Bytes accessKeyDigest, long version) {}
}

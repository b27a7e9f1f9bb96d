package org.opstap.protocol.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.vocabulary.Code;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;

/** How a client gets from the release that it holds to a newer one (DIR-22 to DIR-27). */
public final class ReleaseChain {
  private ReleaseChain() {}

  /** What came of the releases that were fetched. */
  public sealed interface Decision {}

  /**
   * The newest of them counts from now on.
   *
   * @param signer the key that signed it, to be kept with it
   */
  public record Accepted(Verified<Release> newest, Ed25519PublicKey signer) implements Decision {}

  /** None of them counts, and what was held before still does. */
  public record Refused(Reason reason) implements Decision {}

  /** Why releases don't count. */
  public enum Reason implements Code {
    MALFORMED("malformed"),
    BAD_SIGNATURE("bad-signature"),
    LOWER_NUMBER("lower-number"),
    CHANGED_CONTENT("changed-content"),
    GAP("gap"),
    WRONG_PREVIOUS("wrong-previous"),
    EXPIRED("expired"),
    MISSING("missing");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Follows the fetched releases, oldest first, all or none.
   *
   * @param held the release that the client relies on so far, or null at its first visit
   * @param operator the key that signed the held one; at a first visit the one that the client
   *     comes with
   */
  public static Decision accept(
      @Nullable Verified<Release> held,
      List<Bytes> fetched,
      Ed25519PublicKey operator,
      Instant now) {
    Verified<Release> newest = held;
    Ed25519PublicKey signer = operator;
    for (Bytes envelope : fetched) {
      Unverified<Release> unverified;
      try {
        unverified = Release.FORMAT.parse(envelope);
      } catch (MalformedDocumentException e) {
        return new Refused(Reason.MALFORMED);
      }
      Ed25519PublicKey key = signerOf(unverified.unverifiedContent(), newest, signer);
      Optional<Verified<Release>> next = unverified.verify(key);
      if (next.isEmpty()) {
        return new Refused(Reason.BAD_SIGNATURE);
      }
      Reason reason = newest == null ? null : reasonAgainst(next.get(), newest);
      if (reason != null) {
        return new Refused(reason);
      }
      newest = next.get();
      signer = key;
    }
    if (newest == null) {
      return new Refused(Reason.MISSING);
    }
    return now.isBefore(newest.content().validUntil())
        ? new Accepted(newest, signer)
        : new Refused(Reason.EXPIRED);
  }

  /** Who has to have signed a release, by what the one before it says (DIR-26). */
  private static Ed25519PublicKey signerOf(
      Release next, @Nullable Verified<Release> before, Ed25519PublicKey signerBefore) {
    if (before == null || next.number() <= before.content().number()) {
      return signerBefore;
    }
    Ed25519PublicKey announced = before.content().nextOperatorKey();
    return announced == null ? signerBefore : announced;
  }

  private static @Nullable Reason reasonAgainst(Verified<Release> next, Verified<Release> before) {
    int number = next.content().number();
    int expected = before.content().number();
    if (number < expected) {
      return Reason.LOWER_NUMBER;
    }
    if (number == expected) {
      return next.equals(before) ? null : Reason.CHANGED_CONTENT;
    }
    if (number - expected > 1) {
      return Reason.GAP;
    }
    return before.digest().equals(next.content().previous()) ? null : Reason.WRONG_PREVIOUS;
  }
}

package org.opstap.backend.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.ReleaseChain;
import org.opstap.protocol.directory.ReleaseChain.Reason;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Follows releases as a client does, one by one, and says of each what is wrong with it. */
final class Chain {
  private final Ed25519PublicKey operator;
  private @Nullable Verified<Release> newest;
  private Ed25519PublicKey signer;

  /**
   * @param operator the key that the client comes with
   */
  Chain(Ed25519PublicKey operator) {
    this.operator = operator;
    this.signer = operator;
  }

  /**
   * Begins where a client with this key can begin: at the oldest release that the key signed
   * itself, and goes on to the last.
   *
   * @param stored of a database, oldest first
   */
  static Chain of(List<Bytes> stored, Ed25519PublicKey operator) {
    Chain chain = new Chain(operator);
    for (Bytes envelope : stored) {
      Unverified<Release> release = ReleaseFile.parse(envelope, "a release in the database");
      if (chain.newest != null || release.verify(operator).isPresent()) {
        chain.follow(envelope, "release " + release.unverifiedContent().number());
      }
    }
    return chain;
  }

  /** What a client holds now, null before the first. */
  @Nullable Verified<Release> newest() {
    return newest;
  }

  /** Who signed it. */
  Ed25519PublicKey signer() {
    return signer;
  }

  /**
   * Goes on to the next release, which may have expired.
   *
   * @param name what it is called for a person
   * @throws Refusal if a client wouldn't
   */
  Verified<Release> follow(Bytes envelope, String name) {
    Unverified<Release> next = ReleaseFile.parse(envelope, name);
    return switch (ReleaseChain.accept(newest, List.of(envelope), signer, Instant.MIN)) {
      case ReleaseChain.Accepted(Verified<Release> accepted, Ed25519PublicKey by) -> {
        newest = accepted;
        signer = by;
        yield accepted;
      }
      case ReleaseChain.Refused(Reason reason) ->
          throw new Refusal(
              "clients would refuse %s: %s"
                  .formatted(name, words(reason, next.unverifiedContent())));
    };
  }

  private String words(Reason reason, Release next) {
    int held = newest == null ? 0 : newest.content().number();
    return switch (reason) {
      case MALFORMED -> "it is no release";
      case BAD_SIGNATURE ->
          "it was signed by another key than %s: sign it with the operator's key, or is another --operator-key meant?"
              .formatted(expected(next));
      case LOWER_NUMBER ->
          "its number is %d, and they hold %d already: export the next one anew"
              .formatted(next.number(), held);
      case CHANGED_CONTENT ->
          "they hold another release %d already: export the next one anew".formatted(held);
      case GAP ->
          "its number is %d, and they hold %d: those between are missing"
              .formatted(next.number(), held);
      case WRONG_PREVIOUS ->
          "it doesn't follow release %d, but another one of that number: export it anew"
              .formatted(held);
      case EXPIRED -> "it expired on %s: export it anew".formatted(next.validUntil());
      case MISSING -> "there is none";
    };
  }

  private Ed25519PublicKey expected(Release next) {
    Ed25519PublicKey announced = newest == null ? null : newest.content().nextOperatorKey();
    boolean isLater = newest != null && next.number() > newest.content().number();
    return isLater && announced != null ? announced : newest == null ? operator : signer;
  }
}

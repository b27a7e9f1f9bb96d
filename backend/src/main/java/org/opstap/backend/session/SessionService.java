package org.opstap.backend.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Holders;
import org.opstap.backend.http.Sessions;
import org.opstap.backend.passkey.PasskeyService;
import org.opstap.backend.provider.Providers;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.session.SessionProof;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Checks proofs and mints sessions. */
@Singleton
class SessionService {
  /**
   * Any point will do: unknown holders are checked against it so that they take as long as known
   * ones.
   */
  private static final Ed25519PublicKey NOBODYS_KEY =
      new Ed25519PublicKey(
          Bytes.fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

  private final Challenges challenges;
  private final Sessions sessions;
  private final PasskeyService passkeys;
  private final Providers providers;
  private final Clock clock;

  SessionService(
      Challenges challenges,
      Sessions sessions,
      PasskeyService passkeys,
      Providers providers,
      Clock clock) {
    this.challenges = challenges;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.providers = providers;
    this.clock = clock;
  }

  Bytes challenge(BrandedId holder) {
    return challenges.issue(holder);
  }

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  SessionResult mint(
      String authority,
      BrandedId holder,
      Bytes challenge,
      Bytes signature,
      Optional<String> presence) {
    if (!challenges.redeem(holder, challenge)) {
      return new SessionResult.ChallengeOver();
    }
    var found = sessions.find(holder);
    Ed25519PublicKey key =
        found.map(known -> new Ed25519PublicKey(known.publicKey())).orElse(NOBODYS_KEY);
    Bytes proof = SessionProof.signingInput(authority, holder, challenge);
    if (providers.ed25519().verifies(key, proof, signature) && found.isPresent()) {
      return mint(found.get(), presence);
    }
    // Always a second one, so that it takes as long where there never was another key.
    Optional<Ed25519PublicKey> former =
        found.flatMap(Holders.Holder::formerKey).map(Ed25519PublicKey::new);
    boolean isFormer = providers.ed25519().verifies(former.orElse(NOBODYS_KEY), proof, signature);
    return isFormer && former.isPresent()
        ? new SessionResult.Moved()
        : new SessionResult.NotProved();
  }

  /** A device's person has to be there, too (STF-7). */
  private SessionResult mint(Holders.Holder holder, Optional<String> presence) {
    Optional<Instant> latest =
        holder.caller() instanceof Caller.Device device
            ? passkeys.presentUntil(device, presence)
            : Optional.of(Instant.MAX);
    return latest
        .<SessionResult>map(until -> new SessionResult.Minted(sessions.mint(holder, until)))
        .orElseGet(SessionResult.PasskeyNeeded::new);
  }
}

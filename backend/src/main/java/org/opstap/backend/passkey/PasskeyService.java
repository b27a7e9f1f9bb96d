package org.opstap.backend.passkey;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.opstap.backend.http.Caller;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Knows workers by their passkeys, and vouches for twelve hours that one was there. */
@Singleton
public class PasskeyService {
  /**
   * Any key will do (the base point of P-256): unknown passkeys are checked against it so that they
   * take as long as known ones.
   */
  private static final Bytes NOBODYS_KEY =
      Bytes.fromHex(
          "a5010203262001215820"
              + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              + "225820"
              + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

  private final PasskeyChallenges challenges;
  private final Authenticators authenticators;
  private final Presences presences;
  private final PasskeyStore store;

  PasskeyService(
      PasskeyChallenges challenges,
      Authenticators authenticators,
      Presences presences,
      PasskeyStore store) {
    this.challenges = challenges;
    this.authenticators = authenticators;
    this.presences = presences;
    this.store = store;
  }

  Bytes challenge() {
    return challenges.issue();
  }

  /** The passkey that a browser made; empty where anything about it is wrong (STF-2). */
  public Optional<Passkey> check(String authority, PasskeyRegistration registration) {
    return authenticators.register(authority, registration);
  }

  /**
   * Gives a worker a passkey in the place of the one before, or none, within the caller's
   * transaction. False where somebody has that passkey: then the caller takes everything back.
   */
  public boolean replace(WorkerId worker, Optional<Passkey> passkey) {
    store.remove(worker);
    return passkey.isEmpty() || store.insertIfNew(worker, passkey.get());
  }

  /** Whose passkey signed; an unknown one is refused like a wrong signature (STF-5). */
  public Optional<WorkerId> recognise(String authority, PasskeyAssertion assertion) {
    Bytes digest = assertion.credentialId().sha256();
    Optional<PasskeyStore.Held> held = store.find(digest);
    Passkey passkey =
        held.map(PasskeyStore.Held::passkey).orElseGet(() -> new Passkey(digest, NOBODYS_KEY, 0));
    OptionalLong counter = authenticators.verify(authority, assertion, passkey);
    if (held.isEmpty() || counter.isEmpty()) {
      return Optional.empty();
    }
    boolean counts = counter.getAsLong() != 0 || passkey.counter() != 0;
    return !counts || store.advance(digest, counter.getAsLong())
        ? held.map(PasskeyStore.Held::worker)
        : Optional.empty();
  }

  /** A presence for a device that the caller has found to be the recognised person's (STF-6). */
  public Presence vouchFor(Caller.Device device) {
    return presences.mint(device);
  }

  /**
   * When sessions of a device end at the latest: never where its person has no passkey; empty where
   * she has one and the presence is missing, over or another device's (STF-7).
   */
  public Optional<Instant> presentUntil(Caller.Device device, Optional<String> presence) {
    return store.has(device.worker())
        ? presence.flatMap(text -> presences.until(device, text))
        : Optional.of(Instant.MAX);
  }
}

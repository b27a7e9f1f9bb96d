package org.opstap.backend.http;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Mints sessions and gives back their keys, without a table: any node with the master key can
 * (SES-8).
 */
@Singleton
public final class Sessions {
  private final SecretBytes sessionKey;
  private final List<Holders> holders;
  private final Clock clock;
  private final SecureRandom random;

  Sessions(MasterKey masterKey, List<Holders> holders, Clock clock, SecureRandom random) {
    this.sessionKey = masterKey.derive("session key v1");
    this.holders = holders;
    this.clock = clock;
    this.random = random;
  }

  /** A fresh session of ten minutes for a holder that has proved itself. */
  public Session mint(BrandedId holder) {
    Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Limits.SESSION);
    String text = SessionToken.mint(holder, expiresAt, random).toText();
    return new Session(text, keyOf(text), expiresAt);
  }

  /** The key that authenticates requests under a session's text. */
  SecretBytes keyOf(String session) {
    return SecretBytes.copyOf(MasterKey.hmac(sessionKey, Bytes.utf8(session)).toByteArray());
  }

  /** Who holds an identifier now; read from the database on every request (SES-15). */
  public Optional<Holders.Holder> find(BrandedId holder) {
    for (Holders kind : holders) {
      Optional<Holders.Holder> found = kind.find(holder);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A session's text, its 32-byte key and its end. */
  public record Session(String text, SecretBytes key, Instant expiresAt) {}
}

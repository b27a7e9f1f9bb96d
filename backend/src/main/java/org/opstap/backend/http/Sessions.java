package org.opstap.backend.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.database.Gatherer;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Mints sessions and gives back their keys, without a table: any node with the master key can
 * (SES-8).
 */
@Singleton
public final class Sessions {
  /** Two questions under way keep one connection waiting for the other's answer. */
  private static final int READERS = 2;

  private static final int HOLDERS_A_READ = 256;

  /** A second's requests; whoever comes on top of them would not be answered in time. */
  private static final int WAITING = 8_192;

  private final SecretBytes sessionKey;
  private final List<Holders> kinds;
  private final Gatherer<BrandedId, Optional<Holders.Holder>> reader;
  private final Clock clock;
  private final SecureRandom random;

  Sessions(MasterKey masterKey, List<Holders> holders, Clock clock, SecureRandom random) {
    this.sessionKey = masterKey.derive("session key v1");
    this.kinds = holders;
    this.reader =
        new Gatherer<>(
            "holders", READERS, HOLDERS_A_READ, WAITING, BrandedId::hashCode, this::read);
    this.clock = clock;
    this.random = random;
  }

  /** A fresh session of ten minutes for a holder that has proved itself by its key. */
  public Session mint(Holders.Holder holder) {
    return mint(holder, Instant.MAX);
  }

  /** The same, that is over by a moment at the latest. */
  public Session mint(Holders.Holder holder, Instant latest) {
    Instant fullLife = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Limits.SESSION);
    Instant expiresAt = fullLife.isAfter(latest) ? latest : fullLife;
    String text =
        SessionToken.mint(holder.caller().holder(), holder.publicKey(), expiresAt, random).toText();
    return new Session(text, keyOf(text), expiresAt);
  }

  /** The key that authenticates requests under a session's text. */
  SecretBytes keyOf(String session) {
    return SecretBytes.copyOf(MasterKey.hmac(sessionKey, Bytes.utf8(session)).toByteArray());
  }

  /**
   * Who holds an identifier now; read from the database for every request (SES-15), together for
   * those that come at the same time.
   *
   * @throws org.opstap.backend.database.UnavailableException if the database doesn't answer
   */
  public Optional<Holders.Holder> find(BrandedId holder) {
    return reader.ask(holder);
  }

  private List<Optional<Holders.Holder>> read(List<BrandedId> asked) {
    Set<BrandedId> ids = new HashSet<>(asked);
    Map<BrandedId, Holders.Holder> found = new HashMap<>();
    kinds.forEach(kind -> found.putAll(kind.find(ids)));
    return asked.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
  }

  @PreDestroy
  void close() {
    reader.close();
  }

  /** A session's text, its 32-byte key and its end. */
  public record Session(String text, SecretBytes key, Instant expiresAt) {}
}

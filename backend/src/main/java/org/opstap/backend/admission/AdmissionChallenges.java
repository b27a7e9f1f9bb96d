package org.opstap.backend.admission;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MasterKey;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Puzzles without a table: version ‖ 16 random bytes ‖ u32 attempts ‖ u64 second in which it is
 * over ‖ HMAC-SHA256 of all that. Any node with the same master key knows its own again; nothing in
 * it says who asked (ADM-17).
 */
@Singleton
final class AdmissionChallenges {
  private static final byte VERSION = 1;
  private static final int RANDOM_LENGTH = 16;
  private static final int BODY_LENGTH = 1 + RANDOM_LENGTH + Integer.BYTES + Long.BYTES;
  private static final int TAG_LENGTH = 32;

  private final SecretBytes key;
  private final Clock clock;
  private final SecureRandom random;

  AdmissionChallenges(MasterKey masterKey, Clock clock, SecureRandom random) {
    this.key = masterKey.derive("admission challenge v1");
    this.clock = clock;
    this.random = random;
  }

  /**
   * A puzzle, and until when its solution is taken.
   *
   * @param expiresAt in whole seconds
   */
  record Challenge(Puzzle puzzle, Instant expiresAt) {}

  Puzzle issue(int attempts) {
    byte[] drawn = new byte[RANDOM_LENGTH];
    random.nextBytes(drawn);
    Bytes body =
        Bytes.copyOf(
            ByteBuffer.allocate(BODY_LENGTH)
                .put(VERSION)
                .put(drawn)
                .putInt(attempts)
                .putLong(clock.instant().plus(Limits.ADMISSION_CHALLENGE).getEpochSecond())
                .array());
    return puzzle(Bytes.concat(body, tag(body)), attempts);
  }

  /** The puzzle that was issued with these bytes, on any node; empty where none was. */
  Optional<Challenge> open(Bytes challenge) {
    if (challenge.length() != BODY_LENGTH + TAG_LENGTH) {
      return Optional.empty();
    }
    Bytes body = challenge.slice(0, BODY_LENGTH);
    if (!tag(body).equalsInConstantTime(challenge.slice(BODY_LENGTH, challenge.length()))) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(body.toByteArray());
    if (fields.get() != VERSION) {
      return Optional.empty();
    }
    int attempts = fields.position(1 + RANDOM_LENGTH).getInt();
    Instant expiresAt = Instant.ofEpochSecond(fields.getLong());
    return Optional.of(new Challenge(puzzle(challenge, attempts), expiresAt));
  }

  private static Puzzle puzzle(Bytes challenge, int attempts) {
    return new Puzzle(
        challenge, attempts, Limits.ADMISSION_MEMORY_KIB, Limits.ADMISSION_MEMORY_PASSES);
  }

  private Bytes tag(Bytes body) {
    return MasterKey.hmac(key, body);
  }
}

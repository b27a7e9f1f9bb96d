package org.opstap.backend.passkey;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MasterKey;
import org.opstap.backend.http.ReplayGuard;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Challenges for authenticators, without a table: expiry ‖ 16 random bytes ‖ HMAC over both. Good
 * for two minutes and one use on this node (STF-1).
 */
@Singleton
final class PasskeyChallenges {
  private static final int BODY_LENGTH = Long.BYTES + 16;
  private static final int TAG_LENGTH = 32;

  private final SecretBytes key;
  private final ReplayGuard redeemed = new ReplayGuard();
  private final Clock clock;
  private final SecureRandom random;

  PasskeyChallenges(MasterKey masterKey, Clock clock, SecureRandom random) {
    this.key = masterKey.derive("passkey challenge v1");
    this.clock = clock;
    this.random = random;
  }

  Bytes issue() {
    byte[] salt = new byte[BODY_LENGTH - Long.BYTES];
    random.nextBytes(salt);
    long expiresAt = clock.instant().plus(Limits.PASSKEY_CHALLENGE).getEpochSecond();
    Bytes body =
        Bytes.copyOf(ByteBuffer.allocate(BODY_LENGTH).putLong(expiresAt).put(salt).array());
    return Bytes.concat(body, MasterKey.hmac(key, body));
  }

  /** Whether the challenge was issued here, is young, and was not used on this node before. */
  boolean redeem(Bytes challenge) {
    if (challenge.length() != BODY_LENGTH + TAG_LENGTH) {
      return false;
    }
    Bytes body = challenge.slice(0, BODY_LENGTH);
    boolean genuine =
        MasterKey.hmac(key, body)
            .equalsInConstantTime(challenge.slice(BODY_LENGTH, challenge.length()));
    long expiresAt = ByteBuffer.wrap(body.toByteArray()).getLong();
    return genuine
        && clock.instant().getEpochSecond() < expiresAt
        && redeemed.firstUse(challenge.toBase64Url());
  }
}

package org.opstap.backend.session;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MasterKey;
import org.opstap.backend.http.ReplayGuard;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Challenges without a table: expiry ‖ 16 random bytes ‖ HMAC over both and the holder. Bound to
 * one holder, good for 60 seconds and one use on this node (SES-6).
 */
@Singleton
final class Challenges {
  private static final int BODY_LENGTH = Long.BYTES + 16;
  private static final int TAG_LENGTH = 32;

  private final SecretBytes key;
  private final ReplayGuard redeemed = new ReplayGuard();
  private final Clock clock;
  private final SecureRandom random;

  Challenges(MasterKey masterKey, Clock clock, SecureRandom random) {
    this.key = masterKey.derive("session challenge v1");
    this.clock = clock;
    this.random = random;
  }

  Bytes issue(BrandedId holder) {
    byte[] salt = new byte[BODY_LENGTH - Long.BYTES];
    random.nextBytes(salt);
    long expiresAt = clock.instant().plus(Limits.CHALLENGE).getEpochSecond();
    Bytes body =
        Bytes.copyOf(ByteBuffer.allocate(BODY_LENGTH).putLong(expiresAt).put(salt).array());
    return Bytes.concat(body, tag(holder, body));
  }

  /**
   * Whether the challenge was issued here for that holder, is young, and was not used on this node
   * before.
   */
  boolean redeem(BrandedId holder, Bytes challenge) {
    if (challenge.length() != BODY_LENGTH + TAG_LENGTH) {
      return false;
    }
    Bytes body = challenge.slice(0, BODY_LENGTH);
    boolean genuine =
        tag(holder, body).equalsInConstantTime(challenge.slice(BODY_LENGTH, challenge.length()));
    long expiresAt = ByteBuffer.wrap(body.toByteArray()).getLong();
    return genuine
        && clock.instant().getEpochSecond() < expiresAt
        && redeemed.firstUse(challenge.toBase64Url());
  }

  private Bytes tag(BrandedId holder, Bytes body) {
    return MasterKey.hmac(key, Bytes.concat(Bytes.utf8(holder.toText()), body));
  }
}

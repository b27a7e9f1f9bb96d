package org.opstap.backend.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.push.PushTarget;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * {@link Limits#WAKES_AN_HOUR} wakes in any hour for a device, whatever conversation they come from
 * (PUS-12). Devices are told apart by a keyed digest of where they are woken, under a key that this
 * process drew and keeps to itself.
 */
@Singleton
class WakeBudget {
  private static final String HMAC = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final Duration HOUR = Duration.ofHours(1);

  private final SecretBytes key;
  private final Clock clock;
  private final Cache<Bytes, Minutes> woken =
      Caffeine.newBuilder()
          .maximumSize(Limits.WOKEN_DEVICES)
          .expireAfterAccess(HOUR.multipliedBy(2))
          .build();

  WakeBudget(SecureRandom random, Clock clock) {
    this.key = SecretBytes.random(KEY_LENGTH, random);
    this.clock = clock;
  }

  /** By what a device is known here. */
  Bytes nameOf(PushTarget target) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.exposeSecret(), HMAC));
      return Bytes.copyOf(mac.doFinal(Bytes.utf8(target.address()).toByteArray()));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** Whether a device may be woken now; it counts then. */
  boolean take(Bytes name) {
    return woken.get(name, fresh -> new Minutes()).take(clock.millis() / 60_000);
  }

  /** Wakes by minute, for a little more than an hour. */
  private static final class Minutes {
    private final byte[] counts = new byte[(int) HOUR.toMinutes() + 1];
    private long last;
    private int sum;

    synchronized boolean take(long minute) {
      if (minute - last >= counts.length || minute < last) {
        Arrays.fill(counts, (byte) 0);
        sum = 0;
        last = minute;
      }
      while (last < minute) {
        last++;
        sum -= counts[at(last)];
        counts[at(last)] = 0;
      }
      if (sum >= Limits.WAKES_AN_HOUR) {
        return false;
      }
      counts[at(minute)]++;
      sum++;
      return true;
    }

    private int at(long minute) {
      return (int) (minute % counts.length);
    }
  }
}

package org.opstap.backend.push;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.keychain.KeyChain;
import org.opstap.backend.keychain.Month;
import org.opstap.backend.provider.Providers;
import org.opstap.protocol.hpke.EncapsulationOpener;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.push.CapsuleContent;
import org.opstap.protocol.push.PushKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The push keys: one of X25519 for each month (PUS-5). This month's is offered; one that is over
 * opens as long as a capsule lives, and next month's already, since clocks differ.
 */
@Context
class PushKeys {
  /** A capsule of a month's last second lives as long, by a phone's clock. */
  static final Duration GRACE = CapsuleContent.LIFE.plus(Duration.ofDays(1));

  private static final String NAME = "push";
  private static final String USE = "opstap push KEM X25519";

  /** A key's id is one byte: it comes again after twenty-one years. */
  private static final int IDS = 256;

  private static final Logger LOG = LoggerFactory.getLogger(PushKeys.class);

  private final KeyChain chain;
  private final Providers providers;
  private final Clock clock;
  private volatile @Nullable Turn turn;

  PushKeys(
      @Value("${opstap.data}") String dataFolder,
      Providers providers,
      SecureRandom random,
      Clock clock) {
    this.chain = new KeyChain(Path.of(dataFolder), NAME, random, clock);
    this.providers = providers;
    this.clock = clock;
  }

  /** What clients seal to now. */
  PushKey offered() {
    return turn().offered();
  }

  /** What opens capsules that were sealed to a key; empty for one that is forgotten or none. */
  Optional<EncapsulationOpener> opener(int keyId) {
    return Optional.ofNullable(turn().openers().get(keyId));
  }

  /** Forgets on time also where nobody asks, and what could not be forgotten before. */
  @Scheduled(initialDelay = "1h", fixedDelay = "1h")
  void forget() {
    Instant now = clock.instant();
    turn = turn(Month.of(now.minus(GRACE)), Month.of(now));
  }

  private Turn turn() {
    Instant now = clock.instant();
    int current = Month.of(now);
    int first = Month.of(now.minus(GRACE));
    Turn before = turn;
    if (before != null && before.first() == first && before.current() == current) {
      return before;
    }
    Turn fresh = turn(first, current);
    turn = fresh;
    return fresh;
  }

  private synchronized Turn turn(int first, int current) {
    try {
      chain.forgetBefore(first);
    } catch (UncheckedIOException e) {
      // A full disk keeps nobody from a notice: nothing opens with what is to be forgotten.
      LOG.error("push.key can't be written: it still holds a month that is over", e);
    }
    // A clock that was set back finds its months forgotten, and stays with the oldest.
    int offered = Math.max(current, chain.oldest());
    Map<Integer, EncapsulationOpener> openers = new HashMap<>();
    for (int month = Math.max(first, chain.oldest()); month <= offered + 1; month++) {
      openers.put(month % IDS, providers.hpke(Kem.X25519).opener(key(month)));
    }
    return new Turn(
        first, current, Map.copyOf(openers), new PushKey(offered % IDS, key(offered).publicKey()));
  }

  private KemPrivateKey key(int month) {
    return new KemPrivateKey(Kem.X25519, chain.secret(month, USE));
  }

  /** What is valid while no month begins or ends. */
  private record Turn(
      int first, int current, Map<Integer, EncapsulationOpener> openers, PushKey offered) {}
}

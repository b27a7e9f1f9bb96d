package org.opstap.backend.oblivious;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.keychain.KeyChain;
import org.opstap.backend.keychain.Month;
import org.opstap.backend.provider.Providers;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.hpke.HpkeProvider;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.ohttp.Gateway;
import org.opstap.protocol.ohttp.GatewayKey;
import org.opstap.protocol.ohttp.KeyConfiguration;
import org.opstap.protocol.ohttp.KeyConfigurations;
import org.opstap.protocol.wire.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's keys: one of X-Wing and one of X25519 for each month (OHT-20). This month's are
 * offered; last month's open for a week more, and next month's already, since clocks differ.
 */
@Singleton
public class GatewayKeys {
  /** Longer than a phone keeps a page open with keys that it fetched on the last day. */
  static final Duration GRACE = Duration.ofDays(7);

  /** A key's id is one byte: it comes again after ten years. */
  private static final int MONTHS_WITH_IDS_THAT_DIFFER = 128;

  /** To be preferred first. */
  private static final List<Kem> KEMS = List.of(Kem.X_WING, Kem.X25519);

  private static final Logger LOG = LoggerFactory.getLogger(GatewayKeys.class);

  private final KeyChain chain;
  private final Providers providers;
  private final Clock clock;
  private volatile @Nullable Turn turn;

  GatewayKeys(@Named(GatewayChain.NAME) KeyChain chain, Providers providers, Clock clock) {
    this.chain = chain;
    this.providers = providers;
    this.clock = clock;
  }

  /** What opens requests now. */
  Gateway gateway() {
    return turn().gateway();
  }

  /** What clients seal to now. */
  KeyConfigurations offered() {
    return turn().offered();
  }

  /**
   * SHA-256 of each configuration that opens requests now or is offered next month: what a
   * directory release names.
   */
  public List<Bytes> digests() {
    return turn().gateway().configurations().all().stream().map(KeyConfiguration::digest).toList();
  }

  /**
   * The same from the gateway's file in a data folder, beside the server that uses it; empty where
   * there is none. The file stays as it is.
   */
  public static Optional<List<Bytes>> digests(Path dataFolder, SecureRandom random, Clock clock) {
    if (!KeyChain.isThere(dataFolder, GatewayChain.NAME)) {
      return Optional.empty();
    }
    KeyChain chain = new KeyChain(dataFolder, GatewayChain.NAME, random, clock);
    Instant now = clock.instant();
    int first = Math.max(Month.of(now.minus(GRACE)), chain.oldest());
    int offered = Math.max(Month.of(now), chain.oldest());
    return Optional.of(
        IntStream.rangeClosed(first, offered + 1)
            .boxed()
            .flatMap(month -> keys(chain, month, kem -> BouncyCastleHpke::opener).stream())
            .map(key -> key.configuration().digest())
            .toList());
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
    forgetBefore(first);
    // A clock that was set back finds its months forgotten, and stays with the oldest.
    int offered = Math.max(current, chain.oldest());
    List<GatewayKey> keys = new ArrayList<>();
    for (int month = Math.max(first, chain.oldest()); month <= offered + 1; month++) {
      keys.addAll(keys(month));
    }
    return new Turn(
        first,
        current,
        new Gateway(keys),
        new KeyConfigurations(keys(offered).stream().map(GatewayKey::configuration).toList()));
  }

  /** A full disk keeps nobody from an answer: nothing opens with what is to be forgotten. */
  private void forgetBefore(int first) {
    try {
      chain.forgetBefore(first);
    } catch (UncheckedIOException e) {
      LOG.error("gateway.key can't be written: it still holds a month that is over", e);
    }
  }

  private List<GatewayKey> keys(int month) {
    return keys(chain, month, providers::hpke);
  }

  private static List<GatewayKey> keys(
      KeyChain chain, int month, Function<Kem, HpkeProvider> providers) {
    return KEMS.stream()
        .map(
            kem ->
                GatewayKey.of(
                    (month % MONTHS_WITH_IDS_THAT_DIFFER) * KEMS.size() + KEMS.indexOf(kem),
                    new KemPrivateKey(
                        kem, chain.secret(month, "opstap gateway KEM " + kem.number())),
                    providers.apply(kem)))
        .toList();
  }

  /** What is valid while no month begins or ends. */
  private record Turn(int first, int current, Gateway gateway, KeyConfigurations offered) {}
}

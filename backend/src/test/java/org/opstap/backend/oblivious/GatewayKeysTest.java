package org.opstap.backend.oblivious;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opstap.backend.keychain.KeyChain;
import org.opstap.backend.keychain.Month;
import org.opstap.backend.provider.TestProviders;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.ohttp.KeyConfiguration;
import org.opstap.protocol.ohttp.OpenedRequest;
import org.opstap.protocol.ohttp.Refusal;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;

/** OHT-20 and OHT-21. */
class GatewayKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path data;

  @Test
  void offersOneKeyOfEachMechanism() {
    GatewayKeys keys = keys("2026-11-22T12:00:00Z");

    assertEquals(
        List.of(Kem.X_WING, Kem.X25519),
        keys.offered().all().stream().map(KeyConfiguration::kem).toList());
  }

  @Test
  void opensWithLastMonthsKeysForAWeekMore() {
    GatewayKeys november = keys("2026-11-30T23:59:59Z");

    for (KeyConfiguration key : november.offered().all()) {
      assertOpens(keys("2026-12-07T23:59:59Z"), key);
    }
  }

  @Test
  void opensNothingOfAMonthThatIsOver() {
    List<KeyConfiguration> november = keys("2026-11-22T12:00:00Z").offered().all();
    GatewayKeys later = keys("2026-12-08T00:00:00Z");

    for (KeyConfiguration key : november) {
      assertEquals(Refusal.UNKNOWN_KEY, later.gateway().open(seal(key)));
    }
    GatewayKeys setBack = keys("2026-11-22T12:00:00Z");
    for (KeyConfiguration key : november) {
      assertEquals(Refusal.UNKNOWN_KEY, setBack.gateway().open(seal(key)));
    }
  }

  @Test
  void opensWithNextMonthsKeysAlready() {
    GatewayKeys early = keys("2026-11-30T23:59:59Z");

    for (KeyConfiguration key : keys("2026-12-01T00:00:00Z").offered().all()) {
      assertOpens(early, key);
    }
  }

  @Test
  void offersNewKeysWithOtherIdsEachMonth() {
    List<KeyConfiguration> november = keys("2026-11-30T23:59:59Z").offered().all();
    List<KeyConfiguration> december = keys("2026-12-01T00:00:00Z").offered().all();

    for (int i = 0; i < november.size(); i++) {
      assertNotEquals(november.get(i).keyId(), december.get(i).keyId());
      assertNotEquals(november.get(i).publicKey(), december.get(i).publicKey());
    }
  }

  @Test
  void namesWhatItOffersAMonthAhead() {
    List<Bytes> named = keys("2026-11-22T12:00:00Z").digests();

    for (String moment : List.of("2026-11-22T12:00:00Z", "2026-12-31T23:59:59Z")) {
      for (KeyConfiguration key : keys(moment).offered().all()) {
        assertTrue(named.contains(key.digest()), moment);
      }
    }
  }

  /** As on a full disk; a folder in the way is one for root, too. */
  @Test
  void opensWhatIsOfThisMonthWhereItsFileCanNotBeWritten() throws IOException {
    List<KeyConfiguration> november = keys("2026-11-22T12:00:00Z").offered().all();
    List<KeyConfiguration> december = keys("2026-12-01T00:00:00Z").offered().all();
    Clock later = Clock.fixed(Instant.parse("2026-12-08T00:00:00Z"), ZoneOffset.UTC);
    KeyChain chain = new KeyChain(data, "gateway", RANDOM, later);
    Files.move(data.resolve("gateway.key"), data.resolve("kept"));
    Files.createDirectories(data.resolve("gateway.key/in-the-way"));
    GatewayKeys keys = new GatewayKeys(chain, TestProviders.ofThisMachine(), later);

    december.forEach(key -> assertOpens(keys, key));
    november.forEach(key -> assertEquals(Refusal.UNKNOWN_KEY, keys.gateway().open(seal(key))));

    try (var files = Files.list(data)) {
      assertEquals(2, files.count(), "nothing is left of what was tried");
    }
    Files.delete(data.resolve("gateway.key/in-the-way"));
    Files.delete(data.resolve("gateway.key"));
    keys.forget();
    assertEquals(Month.of(later.instant()), chain.oldest());
  }

  private GatewayKeys keys(String moment) {
    Clock clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    return new GatewayKeys(
        new KeyChain(data, "gateway", RANDOM, clock), TestProviders.ofThisMachine(), clock);
  }

  private static void assertOpens(GatewayKeys keys, KeyConfiguration key) {
    assertInstanceOf(OpenedRequest.class, keys.gateway().open(seal(key)));
  }

  private static Bytes seal(KeyConfiguration key) {
    return SealedRequest.seal(key, Aead.AES_128_GCM, Bytes.utf8("anything"), RANDOM).encapsulated();
  }
}

package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opstap.backend.provider.TestProviders;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.push.CapsuleContent;
import org.opstap.protocol.push.PushCapsule;
import org.opstap.protocol.push.PushKey;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.push.WakeDelay;

/** PUS-5 and PUS-6. */
class PushKeysTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path data;

  /** A capsule of the last second of a month lives until 30 days after that. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T23:59:59Z, 2026-03-02T23:59:59Z, 2026-04-01T00:00:00Z",
    "2026-11-01T00:00:00Z, 2026-12-31T12:00:00Z, 2027-01-01T12:00:00Z",
  })
  void opensAsLongAsACapsuleLivesAndNotMuchLonger(String sealed, String opened, String late) {
    PushKey key = keys(sealed).offered();

    assertEquals(true, isOpened(keys(opened), key));
    assertEquals(false, isOpened(keys(late), key));
    assertEquals(false, isOpened(keys(sealed), key), "forgotten for good");
  }

  @Test
  void rollsEachMonthAndOpensNextMonthsAlready() {
    PushKey november = keys("2026-11-30T23:59:59Z").offered();
    PushKey december = keys("2026-12-01T00:00:00Z").offered();

    assertNotEquals(november.id(), december.id());
    assertNotEquals(november.publicKey(), december.publicKey());
    assertEquals(true, isOpened(keys("2026-11-30T23:59:59Z"), december));
  }

  @Test
  void keepsTheKeyForPushServicesToItsOwner() throws IOException {
    VapidKey made = vapid();
    Path file = data.resolve("vapid.key");

    assertEquals(made.publicKey(), vapid().publicKey());
    assertEquals(4, made.publicKey().at(0));
    assertEquals(32, Files.size(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private VapidKey vapid() {
    return new VapidKey(data.toString(), "hallo.example", RANDOM, Clock.systemUTC());
  }

  private PushKeys keys(String moment) {
    return new PushKeys(
        data.toString(),
        TestProviders.ofThisMachine(),
        RANDOM,
        Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }

  private static boolean isOpened(PushKeys keys, PushKey key) {
    ConversationId conversation = ConversationId.random(RANDOM);
    CapsuleContent content = new CapsuleContent(Instant.EPOCH, WakeDelay.NONE, new Fcm("a-token"));
    PushCapsule capsule = PushCapsule.seal(key, conversation, content, RANDOM);
    return keys.opener(capsule.keyId())
        .flatMap(opener -> capsule.open(opener, conversation))
        .equals(Optional.of(content));
  }
}

package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** SES-8: a session's key comes from its text and the master key, and from nothing else. */
class SessionsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Bytes KEY = Bytes.utf8("any 32 bytes are a key for this.");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void checksASessionOfAnotherNodeWithTheSameMasterKey() {
    Sessions.Session session = node(folder).mint(seeker(KEY));

    assertEquals(session.key(), node(folder).keyOf(session.text()));
  }

  @Test
  void hasAnotherKeyUnderAnotherMasterKey() {
    Sessions.Session session = node(folder).mint(seeker(KEY));

    assertNotEquals(session.key(), node(elsewhere).keyOf(session.text()));
  }

  @Test
  void saysWhoseASessionIsAndUntilWhen() {
    Holders.Holder holder = seeker(KEY);

    String text = node(folder).mint(holder).text();

    SessionToken token = SessionToken.parse(text).orElseThrow();
    assertEquals(holder.caller().holder(), token.holder());
    assertEquals(NOON.plus(Limits.SESSION), token.expiresAt());
  }

  /** SES-19. */
  @Test
  void saysWhichKeyASessionIsOf() {
    SessionToken token = SessionToken.parse(node(folder).mint(seeker(KEY)).text()).orElseThrow();

    assertTrue(token.isOf(KEY));
    assertFalse(token.isOf(KEY.sha256()));
  }

  @Test
  void saysTheSameOfADevice() {
    DeviceId device = DeviceId.random(RANDOM);
    Caller caller =
        new Caller.Device(device, WorkerId.random(RANDOM), ProgrammeId.random(RANDOM), false);
    String text = node(folder).mint(new Holders.Holder(caller, KEY, Optional.empty())).text();

    SessionToken token = SessionToken.parse(text).orElseThrow();
    assertEquals(device, token.holder());
    assertTrue(token.isOf(KEY));
  }

  @Test
  void readsNoSessionOfAnotherLength() {
    String text = node(folder).mint(seeker(KEY)).text();

    assertEquals(Optional.empty(), SessionToken.parse(text + "AAAA"));
    assertEquals(Optional.empty(), SessionToken.parse(text.substring(4)));
  }

  @Test
  void keepsTheMasterKeyForItsOwner() throws Exception {
    node(folder);

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.key"))));
  }

  @Test
  void refusesAMasterKeyThatWasCutShort() throws Exception {
    Files.write(folder.resolve("master.key"), new byte[31]);

    assertThrows(IllegalStateException.class, () -> node(folder));
  }

  @Test
  void takesAMasterKeyThatIsGivenInPlaceOfTheFile() throws Exception {
    node(elsewhere);
    String given =
        Base64.getEncoder().encodeToString(Files.readAllBytes(elsewhere.resolve("master.key")));
    Sessions.Session session = node(elsewhere).mint(seeker(KEY));

    assertEquals(session.key(), node(folder, given).keyOf(session.text()));
    assertFalse(Files.exists(folder.resolve("master.key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a secret", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
  void refusesAMasterKeyOfAnotherForm(String given) {
    var refused = assertThrows(IllegalStateException.class, () -> node(folder, given));

    assertEquals("OPSTAP_MASTER_KEY is not 32 bytes in base64", refused.getMessage());
  }

  private static Holders.Holder seeker(Bytes key) {
    return new Holders.Holder(
        new Caller.Seeker(PseudonymId.random(RANDOM), key), key, Optional.empty());
  }

  private static Sessions node(Path data) {
    return node(data, null);
  }

  private static Sessions node(Path data, @Nullable String masterKey) {
    return new Sessions(
        new MasterKey(data.toString(), masterKey, RANDOM),
        List.of(),
        Clock.fixed(NOON, ZoneOffset.UTC),
        RANDOM);
  }
}

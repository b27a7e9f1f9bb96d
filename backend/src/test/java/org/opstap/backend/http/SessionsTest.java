package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.opstap.protocol.id.PseudonymId;

/** SES-8: a session's key comes from its text and the master key, and from nothing else. */
class SessionsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void checksASessionOfAnotherNodeWithTheSameMasterKey() {
    Sessions.Session session = node(folder).mint(PseudonymId.random(RANDOM));

    assertEquals(session.key(), node(folder).keyOf(session.text()));
  }

  @Test
  void hasAnotherKeyUnderAnotherMasterKey() {
    Sessions.Session session = node(folder).mint(PseudonymId.random(RANDOM));

    assertNotEquals(session.key(), node(elsewhere).keyOf(session.text()));
  }

  @Test
  void saysWhoseASessionIsAndUntilWhen() {
    DeviceId holder = DeviceId.random(RANDOM);

    String text = node(folder).mint(holder).text();

    SessionToken token = SessionToken.parse(text).orElseThrow();
    assertEquals(holder, token.holder());
    assertEquals(NOON.plus(Limits.SESSION), token.expiresAt());
  }

  @Test
  void readsNoSessionOfAnotherLength() {
    String text = node(folder).mint(PseudonymId.random(RANDOM)).text();

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
    Sessions.Session session = node(elsewhere).mint(PseudonymId.random(RANDOM));

    assertEquals(session.key(), node(folder, given).keyOf(session.text()));
    assertFalse(Files.exists(folder.resolve("master.key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a secret", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
  void refusesAMasterKeyOfAnotherForm(String given) {
    var refused = assertThrows(IllegalStateException.class, () -> node(folder, given));

    assertEquals("OPSTAP_MASTER_KEY is not 32 bytes in base64", refused.getMessage());
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

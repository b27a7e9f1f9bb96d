package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private static Sessions node(Path data) {
    return new Sessions(
        new MasterKey(data.toString(), RANDOM),
        List.of(),
        Clock.fixed(NOON, ZoneOffset.UTC),
        RANDOM);
  }
}

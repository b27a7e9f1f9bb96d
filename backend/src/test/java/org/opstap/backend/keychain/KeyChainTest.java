package org.opstap.backend.keychain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OHT-20 and OHT-21. */
class KeyChainTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final int NOVEMBER = Month.of(NOW);

  @TempDir Path data;

  @Test
  void hasTheSameSecretsOnEveryNodeThatHasTheSameFile() throws IOException {
    KeyChain chain = chain(data);
    Path other = Files.createDirectories(data.resolve("other"));
    Files.copy(data.resolve("gateway.key"), other.resolve("gateway.key"));
    KeyChain otherNode = chain(other);

    otherNode.forgetBefore(NOVEMBER + 3);

    assertEquals(chain.secret(NOVEMBER + 3, "a"), otherNode.secret(NOVEMBER + 3, "a"));
    assertEquals(chain.secret(NOVEMBER + 14, "a"), otherNode.secret(NOVEMBER + 14, "a"));
  }

  @Test
  void keepsItsSecretsOverARestart() {
    KeyChain chain = chain(data);
    chain.forgetBefore(NOVEMBER + 2);

    KeyChain restarted = chain(data);

    assertEquals(NOVEMBER + 2, restarted.oldest());
    assertEquals(chain.secret(NOVEMBER + 2, "a"), restarted.secret(NOVEMBER + 2, "a"));
  }

  @Test
  void hasAnotherSecretForEachMonthAndUse() {
    KeyChain chain = chain(data);

    assertNotEquals(chain.secret(NOVEMBER, "a"), chain.secret(NOVEMBER, "b"));
    assertNotEquals(chain.secret(NOVEMBER, "a"), chain.secret(NOVEMBER + 1, "a"));
  }

  @Test
  void hasNothingLeftOfWhatItForgot() throws IOException {
    KeyChain chain = chain(data);
    byte[] before = Files.readAllBytes(data.resolve("gateway.key"));

    chain.forgetBefore(NOVEMBER + 1);

    assertThrows(IllegalArgumentException.class, () -> chain.secret(NOVEMBER, "a"));
    String secret = HexFormat.of().formatHex(Arrays.copyOfRange(before, 4, before.length));
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(HexFormat.of().formatHex(Files.readAllBytes(file)).contains(secret));
      }
    }
  }

  @Test
  void letsNobodyElseReadItsFile() throws IOException {
    KeyChain chain = chain(data);
    Path file = data.resolve("gateway.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

    chain.forgetBefore(NOVEMBER + 1);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private static KeyChain chain(Path folder) {
    return new KeyChain(folder, "gateway", new SecureRandom(), Clock.fixed(NOW, ZoneOffset.UTC));
  }
}

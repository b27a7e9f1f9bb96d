package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Ed25519PrivateKey;

class KeyFilesTest {
  /** Of RFC 8410, section 10.3, and the public key of section 10.1. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;

  private final Ed25519PrivateKey key = Ed25519PrivateKey.generate(new SecureRandom());
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("operator.key");
  }

  @Test
  void readsWhatItWrote() {
    KeyFiles.write(file, key);

    assertEquals(key.publicKey(), KeyFiles.readPrivate(file).publicKey());
    assertEquals(key.publicKey(), KeyFiles.readPublic(file + ".pub"));
    assertEquals(key.publicKey(), KeyFiles.readPublic(key.publicKey().toString()));
  }

  @Test
  void readsKeysOfOtherTools() throws IOException {
    Files.writeString(file, PRIVATE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path published = Files.writeString(folder.resolve("other.pub"), PUBLIC);

    assertEquals(KeyFiles.readPublic(published.toString()), KeyFiles.readPrivate(file).publicKey());
  }

  @Test
  void writesTheFormOfOtherTools() throws IOException {
    Files.writeString(file, PRIVATE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path again = folder.resolve("again.key");

    KeyFiles.write(again, KeyFiles.readPrivate(file));

    assertEquals(PRIVATE, Files.readString(again));
    assertEquals(PUBLIC, Files.readString(folder.resolve("again.key.pub")));
  }

  @Test
  void givesAPrivateKeyToItsOwnerAlone() throws IOException {
    KeyFiles.write(file, key);

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
  void readsNoPrivateKeyThatOthersCanUse(String permissions) throws IOException {
    KeyFiles.write(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    Refusal refused = assertThrows(Refusal.class, () -> KeyFiles.readPrivate(file));

    assertTrue(refused.getMessage().contains("chmod 600 " + file), refused.getMessage());
  }

  @Test
  void overwritesNoKey() throws IOException {
    KeyFiles.write(file, key);
    String before = Files.readString(file);
    Ed25519PrivateKey other = Ed25519PrivateKey.generate(new SecureRandom());

    assertThrows(Refusal.class, () -> KeyFiles.write(file, other));

    assertEquals(before, Files.readString(file));
  }

  @Test
  void takesNoPrivateKeyForAPublicOne() {
    KeyFiles.write(file, key);

    Refusal refused = assertThrows(Refusal.class, () -> KeyFiles.readPublic(file.toString()));

    assertTrue(refused.getMessage().contains("is a private key"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "key",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n"
      })
  void readsNothingElse(String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThrows(Refusal.class, () -> KeyFiles.readPrivate(file));
    assertThrows(Refusal.class, () -> KeyFiles.readPublic(file.toString()));
  }

  @Test
  void readsNoTextThatIsNoKey() {
    // 43 characters, and the identity, for which everybody could sign.
    String identity = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    assertThrows(Refusal.class, () -> KeyFiles.readPublic(identity));
  }
}

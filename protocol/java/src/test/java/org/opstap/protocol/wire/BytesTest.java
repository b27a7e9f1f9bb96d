package org.opstap.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
  @Test
  void keepsItsOwnCopy() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(source);
    source[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertEquals("010203", bytes.toHex());
  }

  @Test
  void isEqualByValue() {
    assertEquals(Bytes.fromHex("0aff"), Bytes.fromBase64Url("Cv8"));
    assertNotEquals(Bytes.fromHex("0aff"), Bytes.fromHex("0afe"));
    assertTrue(Bytes.fromHex("0aff").equalsInConstantTime(Bytes.fromHex("0AFF")));
    assertFalse(Bytes.fromHex("0aff").equalsInConstantTime(Bytes.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cv8=", "Cv9", "C", "Cv+8", "Cv/8", "Cv 8", "Cv8\n"})
  void refusesBase64UrlThatIsNotCanonical(String text) {
    assertThrows(IllegalArgumentException.class, () -> Bytes.fromBase64Url(text));
  }

  @Test
  void joinsAndSlices() {
    Bytes joined = Bytes.concat(Bytes.utf8("ab"), Bytes.empty(), Bytes.utf8("c"));
    assertEquals(Bytes.utf8("bc"), joined.slice(1, 3));
    assertEquals(0x61, joined.at(0));
    assertThrows(IndexOutOfBoundsException.class, () -> joined.slice(2, 4));
  }

  @Test
  void keepsSecretsOutOfTexts() {
    SecretBytes secret = SecretBytes.copyOf(new byte[] {0x41, 0x42});
    assertEquals("SecretBytes(2, redacted)", secret.toString());
    assertEquals(secret, SecretBytes.copyOf(secret.exposeSecret()));
    secret.destroy();
    assertEquals(SecretBytes.copyOf(new byte[2]), secret);
  }
}

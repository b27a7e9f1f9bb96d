package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** ADM-15: what lies in the database opens under the same master key and the same id alone. */
class KeySealTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Bytes ID = Bytes.copyOf(new byte[32]);
  private static final SecretBytes SECRET = SecretBytes.random(1_200, RANDOM);
  private static final SecretBytes MASTER = SecretBytes.random(32, RANDOM);

  @Test
  void opensWhatANodeWithTheSameMasterKeySealed() {
    Bytes sealed = seal(MASTER).seal(SECRET, ID);

    assertEquals(Optional.of(SECRET), seal(MASTER).open(sealed, ID));
  }

  @Test
  void opensNothingUnderAnotherMasterKey() {
    Bytes sealed = seal(MASTER).seal(SECRET, ID);

    assertEquals(Optional.empty(), seal(SecretBytes.random(32, RANDOM)).open(sealed, ID));
  }

  @Test
  void opensNothingForAnotherId() {
    KeySeal seal = seal(MASTER);
    Bytes other = Bytes.fromHex("01" + "00".repeat(31));

    assertEquals(Optional.empty(), seal.open(seal.seal(SECRET, ID), other));
  }

  @Test
  void opensNothingThatWasChangedOrCut() {
    KeySeal seal = seal(MASTER);
    byte[] sealed = seal.seal(SECRET, ID).toByteArray();
    for (int i = 0; i < sealed.length; i += 97) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertEquals(Optional.empty(), seal.open(Bytes.copyOf(changed), ID), "byte " + i);
      assertEquals(Optional.empty(), seal.open(Bytes.copyOf(sealed).slice(0, i), ID), "to " + i);
    }
  }

  @Test
  void sealsTheSameInAnotherWayEachTime() {
    KeySeal seal = seal(MASTER);

    assertNotEquals(seal.seal(SECRET, ID), seal.seal(SECRET, ID));
  }

  private static KeySeal seal(SecretBytes key) {
    return new KeySeal(key, RANDOM);
  }
}

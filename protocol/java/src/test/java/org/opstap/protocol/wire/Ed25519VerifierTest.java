package org.opstap.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519VerifierTest {
  /** Every provider. */
  enum Tested {
    BOUNCY_CASTLE(Ed25519PublicKey::verifies),
    CORRETTO(new JcaEd25519(AmazonCorrettoCryptoProvider.INSTANCE));

    private final Ed25519Verifier verifier;

    Tested(Ed25519Verifier verifier) {
      this.verifier = verifier;
    }
  }

  /** RFC 8032 section 5.1. */
  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final Ed25519PrivateKey KEY = Ed25519PrivateKey.generate(new SecureRandom());
  private static final Bytes MESSAGE = Bytes.utf8("opstap");
  private static final Bytes SIGNATURE = KEY.sign(MESSAGE);

  /** RFC 8032 section 7.1, tests 1 to 3 and SHA(abc). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a|''|"
            + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c|72|"
            + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025|af82|"
            + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf|"
            + "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f|"
            + "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
            + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
      })
  void verifiesEveryVector(String key, String message, String signature) {
    assertTrue(
        verifies(
            new Ed25519PublicKey(Bytes.fromHex(key)),
            Bytes.fromHex(message),
            Bytes.fromHex(signature)));
  }

  @ParameterizedTest
  @EnumSource
  void passesTheSelfTest(Tested tested) {
    assertTrue(Ed25519SelfTest.passes(tested.verifier));
  }

  @Test
  void failsOneThatIsNot() {
    assertFalse(Ed25519SelfTest.passes((key, message, signature) -> true));
    assertFalse(Ed25519SelfTest.passes((key, message, signature) -> false));
    assertFalse(Ed25519SelfTest.passes((key, message, signature) -> message.at(1) == 0x82));
    assertFalse(Ed25519SelfTest.passes((key, message, signature) -> signature.at(0) == 0x62));
  }

  @Test
  void verifiesNoOtherMessageSignatureOrKey() {
    Ed25519PublicKey other = Ed25519PrivateKey.generate(new SecureRandom()).publicKey();

    assertTrue(verifies(KEY.publicKey(), MESSAGE, SIGNATURE));
    assertFalse(verifies(other, MESSAGE, SIGNATURE));
    assertFalse(verifies(KEY.publicKey(), Bytes.utf8("Opstap"), SIGNATURE));
    for (int i = 0; i < SIGNATURE.length(); i++) {
      byte[] changed = SIGNATURE.toByteArray();
      changed[i] ^= 1;
      assertFalse(verifies(KEY.publicKey(), MESSAGE, Bytes.copyOf(changed)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 128})
  void verifiesNoSignatureOfAnotherLength(int length) {
    Bytes signature = Bytes.copyOf(Arrays.copyOf(SIGNATURE.toByteArray(), length));

    assertFalse(verifies(KEY.publicKey(), MESSAGE, signature));
  }

  /** One message would have two signatures otherwise. */
  @Test
  void verifiesNoScalarFromTheOrderOn() {
    byte[] scalar = Arrays.reverse(SIGNATURE.slice(32, 64).toByteArray());
    BigInteger larger = new BigInteger(1, scalar).add(ORDER);
    Bytes second =
        Bytes.concat(
            SIGNATURE.slice(0, 32),
            Bytes.copyOf(Arrays.reverse(BigIntegers.asUnsignedByteArray(32, larger))));

    assertFalse(verifies(KEY.publicKey(), MESSAGE, second));
  }

  /** What every provider says: they all say the same. */
  private static boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
    boolean said = Tested.BOUNCY_CASTLE.verifier.verifies(key, message, signature);
    for (Tested tested : Tested.values()) {
      assertEquals(said, tested.verifier.verifies(key, message, signature), tested.name());
    }
    return said;
  }
}

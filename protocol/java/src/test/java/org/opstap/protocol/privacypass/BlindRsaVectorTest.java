package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.OfficialVectors;
import org.opstap.protocol.wire.Bytes;

/** The vectors of RFC 9474, appendix A, with and without a salt. */
class BlindRsaVectorTest {
  @ParameterizedTest
  @MethodSource("vectors")
  void blindsEveryMessage(JsonNode vector) {
    Bytes blinded =
        BlindRsa.blind(
            publicKey(vector), bytes(vector, "msg"), bytes(vector, "salt"), factor(vector));

    assertEquals(bytes(vector, "blinded_msg"), blinded);
  }

  @ParameterizedTest
  @MethodSource("vectorsForEveryProvider")
  void signsEveryBlindedMessage(TestedRsa rsa, JsonNode vector) {
    Bytes signature = rsa.sign(privateKey(vector), bytes(vector, "blinded_msg"));

    assertEquals(bytes(vector, "blind_sig"), signature);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void unblindsEverySignature(JsonNode vector) {
    Optional<Bytes> signature =
        BlindRsa.unblind(
            publicKey(vector),
            bytes(vector, "msg"),
            bytes(vector, "blind_sig"),
            factor(vector),
            bytes(vector, "salt").length());

    assertEquals(Optional.of(bytes(vector, "sig")), signature);
  }

  @ParameterizedTest
  @MethodSource("vectorsForEveryProvider")
  void verifiesEverySignature(TestedRsa rsa, JsonNode vector) {
    assertTrue(
        rsa.verifies(
            publicKey(vector),
            bytes(vector, "msg"),
            bytes(vector, "sig"),
            bytes(vector, "salt").length()));
  }

  private static RSAKeyParameters publicKey(JsonNode vector) {
    return new RSAKeyParameters(false, number(vector, "n"), number(vector, "e"));
  }

  private static RSAPrivateCrtKeyParameters privateKey(JsonNode vector) {
    BigInteger p = number(vector, "p");
    BigInteger q = number(vector, "q");
    BigInteger d = number(vector, "d");
    return new RSAPrivateCrtKeyParameters(
        number(vector, "n"),
        number(vector, "e"),
        d,
        p,
        q,
        d.mod(p.subtract(BigInteger.ONE)),
        d.mod(q.subtract(BigInteger.ONE)),
        q.modInverse(p));
  }

  private static BigInteger factor(JsonNode vector) {
    return number(vector, "inv").modInverse(number(vector, "n"));
  }

  private static BigInteger number(JsonNode vector, String member) {
    return new BigInteger(vector.get(member).textValue(), 16);
  }

  private static Bytes bytes(JsonNode vector, String member) {
    return Bytes.fromHex(vector.get(member).textValue());
  }

  private static Stream<JsonNode> vectors() {
    return OfficialVectors.read("privacypass/rfc9474_cfrg.json");
  }

  private static Stream<Arguments> vectorsForEveryProvider() {
    return vectors().flatMap(vector -> TestedRsa.all().map(rsa -> Arguments.of(rsa, vector)));
  }
}

package org.opstap.backend.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** SES-1 to SES-3. */
@MicronautTest(transactional = false)
class PseudonymHttpTest implements TestDatabase {
  @Inject TestServer server;

  @Test
  void opensAPseudonymForAFreshKey() {
    TestHttp.Answer opened = open(freshKey());

    assertEquals(201, opened.status(), opened.body());
    assertEquals("{\"pseudonym\":\"" + opened.text("pseudonym") + "\"}", opened.body());
  }

  @Test
  void givesTheSameKeyTheSamePseudonym() {
    String key = freshKey();
    TestHttp.Answer first = open(key);

    TestHttp.Answer again = open(key);

    assertEquals(first.body(), again.body());
    assertEquals(first.status(), again.status());
  }

  @Test
  void givesAnotherKeyAnotherPseudonym() {
    TestHttp.Answer first = open(freshKey());

    TestHttp.Answer other = open(freshKey());

    assertNotEquals(first.text("pseudonym"), other.text("pseudonym"));
  }

  @Test
  void keepsNothingOfAPseudonymButItsKeysAndADay() {
    String key = freshKey();

    String pseudonym = open(key).text("pseudonym");

    assertEquals(31, pseudonym.length());
    assertEquals(
        List.of("pseudonym_id", "public_key", "last_used_on", "former_key"),
        server.query(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'opstap'"
                + " AND table_name = 'pseudonym' ORDER BY ordinal_position"));
  }

  /** The points of order 1, 2, 4, 4, 8, 8, 8 and 8, and their spellings that aren't canonical. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      })
  void refusesPointsOfSmallOrder(String point) {
    String key = Bytes.fromHex(point).toBase64Url();

    TestHttp.Answer refused = open(key);

    assertProblem("malformed-request", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // not canonical
        "0200000000000000000000000000000000000000000000000000000000000000", // not on the curve
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751", // 31 bytes
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00", // 33 bytes
        "",
      })
  void refusesWhatIsNoKey(String bytes) {
    String key = Bytes.fromHex(bytes).toBase64Url();

    TestHttp.Answer refused = open(key);

    assertProblem("malformed-request", refused);
  }

  /** A good point plus one of order 2: its signatures depend on who verifies. */
  @Test
  void refusesAPointOfMixedOrder() {
    String mixed = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    BigInteger prime = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    byte[] bytes = Bytes.fromHex(mixed).toByteArray();
    // (x, y) plus the point of order 2 is (-x, -y): the field's negative, and the other sign of x.
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[31 - i] = (byte) (i == 31 ? bytes[i] & 0x7f : bytes[i]);
    }
    BigInteger y = prime.subtract(new BigInteger(1, bigEndian));
    byte[] negative = new byte[32];
    for (int i = 0; i < 32; i++) {
      negative[i] = y.shiftRight(8 * i).byteValue();
    }
    negative[31] |= (byte) (~bytes[31] & 0x80);

    TestHttp.Answer refused = open(Bytes.copyOf(negative).toBase64Url());

    assertProblem("malformed-request", refused);
  }

  private static String freshKey() {
    return Ed25519PrivateKey.generate(new SecureRandom()).publicKey().value().toBase64Url();
  }

  private TestHttp.Answer open(String key) {
    return TestTokens.openPseudonym(server.http(), Map.of("publicKey", key));
  }
}

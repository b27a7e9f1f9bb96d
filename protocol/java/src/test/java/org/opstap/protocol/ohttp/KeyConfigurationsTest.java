package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.wire.Bytes;

class KeyConfigurationsTest {
  private static final Bytes EXAMPLE =
      Bytes.concat(Bytes.fromHex("002d"), Example.KEY_CONFIGURATION);

  /** Of P-256, cut short behind the mechanism: nothing of it is read but its length. */
  private static final Bytes UNKNOWN_KEM = Bytes.fromHex("0007" + "09" + "0010" + "04aabbcc");

  private static final KeyConfiguration KNOWN = Example.KEY.configuration();

  @Test
  void readsWhatItWrote() {
    KeyConfigurations written =
        new Gateway(List.of(GatewayTest.X_WING_KEY, Example.KEY)).configurations();

    assertEquals(
        List.of(GatewayTest.X_WING_KEY.configuration(), KNOWN),
        KeyConfigurations.decode(written.encode()).all());
  }

  @Test
  void writesALengthInFrontOfEach() {
    Bytes written = new KeyConfigurations(List.of(KNOWN, KNOWN)).encode();

    assertEquals(Bytes.concat(EXAMPLE, EXAMPLE), written);
  }

  @Test
  void passesOverAMechanismThatItDoesNotKnow() {
    Bytes encoded = Bytes.concat(UNKNOWN_KEM, EXAMPLE, UNKNOWN_KEM);

    assertEquals(List.of(KNOWN), KeyConfigurations.decode(encoded).all());
    assertEquals(List.of(), KeyConfigurations.decode(UNKNOWN_KEM).all());
  }

  @Test
  void refusesEveryTruncation() {
    Bytes two = Bytes.concat(EXAMPLE, EXAMPLE);
    for (int length = 0; length < two.length(); length++) {
      if (length != EXAMPLE.length()) {
        assertRefused(two.slice(0, length));
      }
    }
  }

  @Test
  void refusesTheWholeForOneFault() {
    Bytes withoutAlgorithms =
        Bytes.concat(
            Bytes.fromHex("0025"), Example.KEY_CONFIGURATION.slice(0, 35), Bytes.fromHex("0000"));

    assertRefused(Bytes.concat(EXAMPLE, withoutAlgorithms));
    assertRefused(Bytes.concat(EXAMPLE, Bytes.fromHex("0000")));
    assertRefused(Bytes.concat(EXAMPLE, Bytes.fromHex("0002" + "0900")));
    assertRefused(Bytes.concat(EXAMPLE, Bytes.fromHex("ffff")));
  }

  @Test
  void refusesConfigurationsWithoutLengths() {
    assertRefused(Example.KEY_CONFIGURATION);
  }

  @Test
  void refusesMoreThanAGatewayHas() {
    Bytes padding = Bytes.copyOf(new byte[0xfff9]);
    Bytes one = Bytes.concat(Bytes.fromHex("fffc" + "090010"), padding);

    assertEquals(List.of(), KeyConfigurations.decode(one).all());
    assertRefused(Bytes.concat(one, EXAMPLE));
  }

  private static void assertRefused(Bytes encoded) {
    assertThrows(MalformedKeyConfigurationException.class, () -> KeyConfigurations.decode(encoded));
  }
}

package org.opstap.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

class SessionProofTest {
  private static final Bytes BITS = Bytes.copyOf(new byte[16]);
  private static final PseudonymId HOLDER = PseudonymId.fromBytes(BITS);
  private static final Bytes CHALLENGE = Bytes.fromHex("c0ffee");

  @Test
  void namesItsContextTheHostTheHolderAndTheChallenge() {
    Bytes input = SessionProof.signingInput("phone.example:8443", HOLDER, CHALLENGE);

    assertEquals(
        Bytes.concat(
            Bytes.utf8("opstap session v1\0phone.example:8443\0"),
            Bytes.utf8("psn_" + "0".repeat(27) + "\0"),
            CHALLENGE),
        input);
  }

  @Test
  void isAnotherForAnotherHost() {
    assertNotEquals(
        SessionProof.signingInput("phone.example", HOLDER, CHALLENGE),
        SessionProof.signingInput("team.example", HOLDER, CHALLENGE));
  }

  @Test
  void isAnotherForADeviceWithTheSameBits() {
    assertNotEquals(
        SessionProof.signingInput("phone.example", HOLDER, CHALLENGE),
        SessionProof.signingInput("phone.example", DeviceId.fromBytes(BITS), CHALLENGE));
  }
}

package org.opstap.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

/** ADM-20 and ADM-30. */
class AdmissionProofTest {
  private static final AdmissionProof WORK =
      new AdmissionProof.Work(Bytes.fromHex("fbff00"), Bytes.fromHex("0102030405060708"));

  private static final String CARD = "card=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:";

  @Test
  void isADictionaryOfByteSequences() {
    assertEquals("challenge=:+/8A:, solution=:AQIDBAUGBwg=:", WORK.toFieldValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:,solution=:AQIDBAUGBwg=:",
        "solution=:AQIDBAUGBwg=: \t,\t challenge=:+/8A:",
      })
  void readsItsMembersInAnyOrder(String field) {
    assertEquals(Optional.of(WORK), AdmissionProof.parse(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "challenge=:+/8A:",
        "solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:, solution=:AQIDBAUGBwg=:,",
        "challenge=:+/8A:, solution=:AQIDBAUGBwg=:, ",
        ", challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A: solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:, solution=:AQIDBAUGBwg=:, more=:AA==:",
        "challenge=:+/8A:, challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A;a=1:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:;a=1, solution=:AQIDBAUGBwg=:",
        "challenge=:-_8A:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8B=:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:, solution=:AQIDBAUGBwh=:",
        "challenge=:+/8A:, solution=:AQIDBAUGBwg:",
        "Challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        "challenge=\"+/8A\", solution=:AQIDBAUGBwg=:",
        " challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        "challenge=:+/8A:, solution=:AQIDBAUGBwg=:\n",
        "card=::",
        "card=:AA==:",
        CARD + ", " + CARD,
        CARD + ", challenge=:+/8A:",
        CARD + ", challenge=:+/8A:, solution=:AQIDBAUGBwg=:",
        CARD + ";uses=1",
        "Card=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:",
        "card=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==:",
      })
  void refusesAFieldOfAnotherForm(String field) {
    assertEquals(Optional.empty(), AdmissionProof.parse(field));
  }

  @Test
  void refusesAFieldOverOneKibibyte() {
    String field = "challenge=:" + "A".repeat(1_000) + ":, solution=:AQIDBAUGBwg=:";

    assertEquals(Optional.empty(), AdmissionProof.parse(field));
  }
}

package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.opstap.protocol.wire.Bytes;

/** The browser of the tests is one of RFC 8291: it opens the example of its appendix A. */
class TestUserAgentTest {
  @Test
  void opensTheExampleOfTheRfc() {
    TestUserAgent browser =
        new TestUserAgent(
            Bytes.fromBase64Url("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
            Bytes.fromBase64Url("BTBZMqHH6r4Tts7J_aSIgg"));

    Bytes opened =
        browser.open(
            Bytes.fromBase64Url(
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                    + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                    + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));

    assertEquals(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        browser.publicKey().toBase64Url());
    assertEquals(Bytes.utf8("When I grow up, I want to be a watermelon"), opened);
  }
}

package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class TokenRequestTest {
  private static final TokenRequest REQUEST = new TokenRequest(0xfe, Bytes.copyOf(new byte[256]));

  @Test
  void isReadAsItWasWritten() {
    Bytes written = REQUEST.toBytes();

    assertEquals(259, written.length());
    assertEquals(REQUEST, TokenRequest.parse(written));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(Bytes truncated) {
    assertThrows(MalformedTokenException.class, () -> TokenRequest.parse(truncated));
  }

  static Stream<Bytes> truncations() {
    return Spoiling.truncations(REQUEST.toBytes());
  }

  @Test
  void refusesOneByteMore() {
    Bytes longer = Spoiling.oneByteMore(REQUEST.toBytes());

    assertThrows(MalformedTokenException.class, () -> TokenRequest.parse(longer));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 0xffff})
  void refusesAnotherType(int type) {
    Bytes other = Spoiling.withU16(REQUEST.toBytes(), 0, type);

    assertThrows(MalformedTokenException.class, () -> TokenRequest.parse(other));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void refusesAKeyIdThatIsNoByte(int truncated) {
    assertThrows(
        MalformedTokenException.class, () -> new TokenRequest(truncated, REQUEST.blindedMessage()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255, 257})
  void refusesAResponseOfAnotherLength(int length) {
    Bytes response = Bytes.copyOf(new byte[length]);

    assertThrows(MalformedTokenException.class, () -> TokenResponse.parse(response));
  }
}

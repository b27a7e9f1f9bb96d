package org.opstap.protocol.bhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.wire.Bytes;

/** Whatever bytes come, they are a message or malformed: no other exception, no other reading. */
class HostileBytesTest {
  private static final int ROUNDS = 50_000;
  private static final int LONGEST = 96;

  private final Random random = new Random(9_292);

  @Test
  void findsRandomBytesMalformedAtMost() {
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] drawn = new byte[random.nextInt(LONGEST)];
      random.nextBytes(drawn);
      if (drawn.length > 0) {
        drawn[0] = (byte) random.nextInt(4);
      }
      read += readings(Bytes.copyOf(drawn));
    }
    assertTrue(read < ROUNDS / 10, "random bytes are hardly ever a message: " + read);
  }

  @Test
  void findsChangedMessagesMalformedAtMost() {
    for (Bytes message :
        List.of(
            Examples.REQUEST,
            Examples.INDETERMINATE_REQUEST,
            Examples.RESPONSE,
            Examples.INDETERMINATE_RESPONSE)) {
      for (int i = 0; i < message.length(); i++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          byte[] changed = message.toByteArray();
          changed[i] ^= (byte) (1 << bit);
          readings(Bytes.copyOf(changed));
        }
      }
    }
  }

  private static int readings(Bytes message) {
    return reading(message, BinaryRequest::decode, BinaryRequest::encode)
        + reading(message, BinaryResponse::decode, BinaryResponse::encode);
  }

  /** What was read is written and read to the same again. */
  private static <T> int reading(
      Bytes message, Function<Bytes, T> decode, Function<T, Bytes> encode) {
    T read;
    try {
      read = decode.apply(message);
    } catch (MalformedBinaryHttpException e) {
      return 0;
    }
    assertEquals(read, decode.apply(encode.apply(read)));
    return 1;
  }
}

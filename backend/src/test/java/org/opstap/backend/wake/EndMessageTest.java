package org.opstap.backend.wake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;

/** WAK-6. */
class EndMessageTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PseudonymId holder = PseudonymId.random(RANDOM);

  @Test
  void holdsAPseudonymAndNothingElse() {
    assertArrayEquals(
        HexFormat.of().parseHex("02" + holder.toBytes().toHex()), EndMessage.encode(holder));
  }

  @Test
  void readsWhatItWroteAndNothingElse() {
    byte[] message = EndMessage.encode(holder);

    assertEquals(Optional.of(holder), EndMessage.decode(message));
    for (int length = 0; length <= message.length + 1; length++) {
      boolean isWhole = length == message.length;
      assertEquals(isWhole, EndMessage.decode(Arrays.copyOf(message, length)).isPresent());
    }
    message[0] = 1;
    assertEquals(Optional.empty(), EndMessage.decode(message));
  }

  @Test
  void isNoWakeUpAndNoWakeUpIsIt() {
    byte[] wakeUp =
        WakeMessage.encode(new News(ConversationId.random(RANDOM), 1), List.of(holder)).getFirst();

    assertEquals(Optional.empty(), WakeMessage.decode(EndMessage.encode(holder)));
    assertEquals(Optional.empty(), EndMessage.decode(wakeUp));
  }
}

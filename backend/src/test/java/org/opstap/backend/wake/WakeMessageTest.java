package org.opstap.backend.wake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** WAK-1. */
class WakeMessageTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final News news = new News(ConversationId.random(RANDOM), 17);
  private final List<BrandedId> holders =
      List.of(PseudonymId.random(RANDOM), DeviceId.random(RANDOM));

  @Test
  void holdsIdentifiersAndTheSequenceAndNothingElse() {
    byte[] message = WakeMessage.encode(news, holders).getFirst();

    String expected =
        "01"
            + hex(news.conversation())
            + "0000000000000011"
            + "01"
            + hex(holders.getFirst())
            + "02"
            + hex(holders.getLast());
    assertArrayEquals(HexFormat.of().parseHex(expected), message);
  }

  @Test
  void readsWhatItWrote() {
    byte[] message = WakeMessage.encode(news, holders).getFirst();

    assertEquals(Optional.of(new WakeMessage(news, holders)), WakeMessage.decode(message));
  }

  @Test
  void refusesEveryTruncationButOneThatLeavesAHolder() {
    byte[] message = WakeMessage.encode(news, holders).getFirst();

    for (int length = 0; length < message.length; length++) {
      boolean whole = length == message.length - 17;
      assertEquals(whole, WakeMessage.decode(Arrays.copyOf(message, length)).isPresent());
    }
  }

  @Test
  void refusesWhatNoNodeSends() {
    byte[] message = WakeMessage.encode(news, holders).getFirst();

    assertEquals(Optional.empty(), WakeMessage.decode(Arrays.copyOf(message, message.length + 1)));
    assertEquals(Optional.empty(), WakeMessage.decode(with(message, 0, 2)));
    assertEquals(Optional.empty(), WakeMessage.decode(with(message, 25, 3)));
    assertEquals(Optional.empty(), WakeMessage.decode(with(message, 17, 0xff)));
    assertEquals(Optional.empty(), WakeMessage.decode(new byte[25 + 17 * 17]));
  }

  @Test
  void writesNothingForNobodyAndSeveralForMany() {
    List<BrandedId> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.add(DeviceId.random(RANDOM));
    }

    List<BrandedId> read = new ArrayList<>();
    for (byte[] message : WakeMessage.encode(news, many)) {
      read.addAll(WakeMessage.decode(message).orElseThrow().holders());
    }

    assertEquals(many, read);
    assertEquals(List.of(), WakeMessage.encode(news, List.of()));
  }

  private static byte[] with(byte[] message, int index, int value) {
    byte[] other = message.clone();
    other[index] = (byte) value;
    return other;
  }

  private static String hex(BrandedId id) {
    Bytes bytes = id.toBytes();
    return bytes.toHex();
  }
}

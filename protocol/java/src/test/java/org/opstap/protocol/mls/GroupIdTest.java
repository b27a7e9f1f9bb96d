package org.opstap.protocol.mls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

class GroupIdTest {
  private static final ConversationId CONVERSATION = ConversationId.random(new SecureRandom());

  @Test
  void isTheConversationFollowedByTheGeneration() {
    Bytes bytes = new GroupId(CONVERSATION, 258).toBytes();

    assertEquals(Bytes.concat(CONVERSATION.toBytes(), Bytes.fromHex("00000102")), bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 258, Integer.MAX_VALUE})
  void readsWhatItWrote(int generation) {
    GroupId group = new GroupId(CONVERSATION, generation);

    assertEquals(Optional.of(group), GroupId.fromBytes(group.toBytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "80000000", "ffffffff"})
  void hasNoGenerationZeroAndNoneAbove31Bits(String generation) {
    Bytes bytes = Bytes.concat(CONVERSATION.toBytes(), Bytes.fromHex(generation));

    assertEquals(Optional.empty(), GroupId.fromBytes(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 19, 21})
  void hasOneLength(int length) {
    assertEquals(Optional.empty(), GroupId.fromBytes(Bytes.copyOf(new byte[length])));
  }
}

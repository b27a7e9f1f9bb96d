package org.opstap.protocol.mls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

class PrivateMessageTest {
  private static final ConversationId CONVERSATION = ConversationId.random(new SecureRandom());
  private static final Bytes GROUP = new GroupId(CONVERSATION, 7).toBytes();
  private static final int TAG = 16;
  private static final Bytes VALID = message(3, 1, 1_024 + TAG);

  @Test
  void readsTheGroupTheEpochAndTheKind() {
    PrivateMessage read = PrivateMessage.parse(VALID);

    assertEquals(Optional.of(new GroupId(CONVERSATION, 7)), read.group());
    assertEquals(3, read.epoch());
    assertEquals(PrivateMessage.Content.APPLICATION, read.content());
    assertEquals(1_024 + TAG, read.ciphertextLength());
  }

  @Test
  void readsACommit() {
    assertEquals(PrivateMessage.Content.COMMIT, PrivateMessage.parse(message(3, 3, 100)).content());
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(int length) {
    assertRefused(VALID.slice(0, length));
  }

  static IntStream truncations() {
    return IntStream.range(0, VALID.length());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Bytes.concat(VALID, Bytes.copyOf(new byte[1])));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 255, 256, 65_535})
  void refusesAnotherVersion(int version) {
    assertRefused(body(Framing.message(version, 2), 3, 1, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 6, 512})
  void refusesAnotherWireFormat(int wireFormat) {
    assertRefused(body(Framing.message(1, wireFormat), 3, 1, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 255})
  void refusesAnotherKindOfContent(int content) {
    assertRefused(message(3, content, 100));
  }

  @Test
  void readsTheLargestEpochThatALongHolds() {
    assertEquals(Long.MAX_VALUE, PrivateMessage.parse(message(Long.MAX_VALUE, 1, 100)).epoch());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesALargerEpoch(long epoch) {
    assertRefused(message(epoch, 1, 100));
  }

  @Test
  void refusesLessThanAnAuthenticationTag() {
    assertRefused(message(3, 1, TAG - 1));
  }

  @Test
  void refusesALengthInTwoBytesThatFitsIntoOne() {
    Bytes message =
        Framing.message(1, 2)
            .u16(1 << 14 | GROUP.length())
            .raw(GROUP)
            .raw(restAfterGroup())
            .bytes();

    assertRefused(message);
  }

  @Test
  void refusesALengthInFourBytesThatFitsIntoTwo() {
    Bytes message =
        Framing.message(1, 2)
            .u16(1 << 15)
            .u16(GROUP.length())
            .raw(GROUP)
            .raw(restAfterGroup())
            .bytes();

    assertRefused(message);
  }

  @Test
  void refusesALengthInEightBytes() {
    Bytes message =
        Framing.message(1, 2)
            .u64(3L << 62 | GROUP.length())
            .raw(GROUP)
            .raw(restAfterGroup())
            .bytes();

    assertRefused(message);
  }

  /** Nothing is allocated for a length that the message doesn't have. */
  @Test
  void refusesALengthOfAGibibyteInAMessageOfAFewBytes() {
    Bytes message = Framing.message(1, 2).u16(0xbfff).u16(0xffff).bytes();

    assertRefused(message);
  }

  @Test
  void takesAGroupIdOfAnotherFormForNoGroup() {
    Bytes message =
        Framing.message(1, 2).zeroes(19).u64(3).u8(1).zeroes(0).zeroes(28).zeroes(100).bytes();

    assertEquals(Optional.empty(), PrivateMessage.parse(message).group());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 4_096, 16_384, 49_152})
  void knowsTheFourPaddedLengths(int length) {
    assertTrue(PrivateMessage.parse(message(3, 1, length + TAG)).isPadded());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_023, 1_025, 2_048, 49_151, 49_153, 65_536})
  void knowsNoOtherPaddedLength(int length) {
    assertFalse(PrivateMessage.parse(message(3, 1, length + TAG)).isPadded());
  }

  private static void assertRefused(Bytes message) {
    MalformedMessageException refusal =
        assertThrows(MalformedMessageException.class, () -> PrivateMessage.parse(message));
    assertEquals("malformed MLS message", refusal.getMessage());
  }

  private static Bytes message(long epoch, int content, int ciphertext) {
    return body(Framing.message(1, 2), epoch, content, ciphertext);
  }

  private static Bytes body(Framing head, long epoch, int content, int ciphertext) {
    return head.vector(GROUP)
        .u64(epoch)
        .u8(content)
        .zeroes(0)
        .zeroes(28)
        .zeroes(ciphertext)
        .bytes();
  }

  private static Bytes restAfterGroup() {
    int head = 4 + 1 + GROUP.length();
    return VALID.slice(head, VALID.length());
  }
}

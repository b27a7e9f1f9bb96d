package org.opstap.protocol.mls;

import java.util.Optional;
import java.util.Set;
import org.opstap.protocol.wire.Bytes;

/**
 * The public framing of a PrivateMessage (RFC 9420 section 6.3): the group that it names, its
 * epoch, its kind and the length of what is encrypted.
 *
 * @param group empty where the group id is not of the form of {@link GroupId}
 * @param epoch 0 to 2^63 - 1
 * @param ciphertextLength bytes, the AEAD tag included
 */
public record PrivateMessage(
    Optional<GroupId> group, long epoch, Content content, int ciphertextLength) {
  /** What lengths the content of an application message is padded to, in bytes (E2E-6). */
  private static final Set<Integer> PADDED_LENGTHS = Set.of(1_024, 4_096, 16_384, 49_152);

  private static final int TAG_LENGTH = 16;

  /** The kinds of content that a log takes. A proposal of its own is not one of them. */
  public enum Content {
    APPLICATION,
    COMMIT
  }

  /**
   * Reads an MLSMessage to its last byte.
   *
   * @throws MalformedMessageException if it is not a PrivateMessage with an application message or
   *     a commit (LOG-4)
   */
  public static PrivateMessage parse(Bytes message) {
    WireReader reader = WireFormat.open(message, WireFormat.PRIVATE_MESSAGE);
    Bytes groupId = reader.vector();
    long epoch = reader.unsigned(Long.BYTES);
    Content content =
        switch (reader.u8()) {
          case 1 -> Content.APPLICATION;
          case 3 -> Content.COMMIT;
          default -> throw new MalformedMessageException();
        };
    reader.vector();
    reader.vector();
    int ciphertextLength = reader.vector().length();
    reader.end();
    if (epoch < 0 || ciphertextLength < TAG_LENGTH) {
      throw new MalformedMessageException();
    }
    return new PrivateMessage(GroupId.fromBytes(groupId), epoch, content, ciphertextLength);
  }

  /** Whether the length tells no more than one of four sizes (E2E-6). */
  public boolean isPadded() {
    return PADDED_LENGTHS.contains(ciphertextLength - TAG_LENGTH);
  }
}

package org.opstap.backend.wake;

import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * A capsule that wakes nobody any more, as its sender is told (PUS-13).
 *
 * @param digest the first 16 bytes of the sealed capsule's SHA-256: its sender knows it by that,
 *     and nobody learns from it where it leads
 */
public record ExpiredCapsule(ConversationId conversation, Bytes digest) {
  static final int DIGEST_LENGTH = 16;

  public static ExpiredCapsule of(ConversationId conversation, Bytes capsule) {
    return new ExpiredCapsule(conversation, capsule.sha256().slice(0, DIGEST_LENGTH));
  }
}

package org.opstap.backend.conversation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.vault.VaultWrite;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.mls.Welcome;
import org.opstap.protocol.push.PushCapsule;
import org.opstap.protocol.wire.Bytes;

/**
 * An append whose framing was read.
 *
 * @param welcome with the references that it is for
 * @param removed devices whose seats close with this Commit
 * @param quiet neither asks for an answer nor is one (LOG-16)
 * @param lead to which this Commit is her consent (LEA-4)
 * @param vault the state that is stored with it, or not at all (VLT-6)
 * @param capsules who is woken once it is stored, and only then (PUS-8)
 */
record AppendRequest(
    ConversationId conversation,
    BrandedId holder,
    long number,
    Bytes message,
    PrivateMessage framing,
    Optional<Joining> welcome,
    List<DeviceId> removed,
    boolean quiet,
    Optional<LeadId> lead,
    Optional<VaultWrite> vault,
    List<PushCapsule> capsules) {
  AppendRequest {
    removed = List.copyOf(removed);
    capsules = List.copyOf(capsules);
  }

  record Joining(Bytes message, Welcome framing) {}

  boolean isCommit() {
    return framing.content() == PrivateMessage.Content.COMMIT;
  }

  int size() {
    return message.length() + welcome.map(Joining::message).map(Bytes::length).orElse(0);
  }

  /**
   * SHA-256 over all that is appended: the same for a retry, another for another append (LOG-6). A
   * vault's state and capsules are not in it: sealed anew, they differ.
   */
  Bytes digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(message.toByteArray());
      digest.update((byte) (welcome.isPresent() ? 1 : 0));
      welcome.ifPresent(joining -> digest.update(joining.message().toByteArray()));
      removed.forEach(device -> digest.update(device.toBytes().toByteArray()));
      lead.ifPresent(consented -> digest.update(consented.toBytes().toByteArray()));
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.opstap.backend.conversation;

import java.time.Instant;
import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.PseudonymId;

/**
 * What the server knows of a conversation.
 *
 * @param generation of the current group; 0 before the first
 * @param latest sequence of the newest entry; 0 before the first
 * @param successor who is to take it over, by the coordinator's word; empty once somebody has it
 * @param answerBy the deadline of the promise or of the backup, on a quarter of an hour; empty when
 *     nobody waits
 * @param waiting whose deadline that is; {@link Waiting#PROMISED} when nobody waits
 */
record Conversation(
    ConversationId id,
    PseudonymId pseudonym,
    ProgrammeId programme,
    long generation,
    long epoch,
    long latest,
    Optional<DeviceId> fixedContact,
    Optional<DeviceId> successor,
    Optional<Instant> answerBy,
    Waiting waiting) {
  /** After an entry that left the group in this generation and epoch. */
  Conversation after(long sequence, long nextGeneration, long nextEpoch) {
    return new Conversation(
        id,
        pseudonym,
        programme,
        nextGeneration,
        nextEpoch,
        sequence,
        fixedContact,
        successor,
        answerBy,
        waiting);
  }

  Conversation withFixedContact(Optional<DeviceId> contact) {
    return new Conversation(
        id, pseudonym, programme, generation, epoch, latest, contact, successor, answerBy, waiting);
  }

  /** With who was to take it over as its fixed contact. */
  Conversation takenOver() {
    return new Conversation(
        id,
        pseudonym,
        programme,
        generation,
        epoch,
        latest,
        successor,
        Optional.empty(),
        answerBy,
        waiting);
  }

  /** In another programme's queue, whose device is the fixed contact. */
  Conversation handedOver(ProgrammeId to, DeviceId contact) {
    return new Conversation(
        id,
        pseudonym,
        to,
        generation,
        epoch,
        latest,
        Optional.of(contact),
        Optional.empty(),
        answerBy,
        waiting);
  }

  /** A promise that begins, or nobody who waits any more. */
  Conversation withPromise(Optional<Instant> deadline) {
    return new Conversation(
        id,
        pseudonym,
        programme,
        generation,
        epoch,
        latest,
        fixedContact,
        successor,
        deadline,
        Waiting.PROMISED);
  }
}

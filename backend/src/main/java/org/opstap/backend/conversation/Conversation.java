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
 * @param answerBy when the promise runs out, on a quarter of an hour; empty when nobody waits
 */
record Conversation(
    ConversationId id,
    PseudonymId pseudonym,
    ProgrammeId programme,
    long generation,
    long epoch,
    long latest,
    Optional<DeviceId> fixedContact,
    Optional<Instant> answerBy) {}

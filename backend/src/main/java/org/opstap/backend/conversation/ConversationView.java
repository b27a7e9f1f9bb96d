package org.opstap.backend.conversation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * A conversation as one of its members sees it.
 *
 * @param attended whether a device is there that reads it (WAI-14)
 */
@Serdeable
record ConversationView(
    ConversationId conversation,
    ProgrammeId programme,
    long generation,
    long epoch,
    long latest,
    List<Member> members,
    List<BrandedId> removalOwed,
    @Nullable DeviceId fixedContact,
    @Nullable DeviceId successor,
    @Nullable String answerBy,
    @Nullable String waiting,
    boolean attended,
    Self self) {

  /**
   * @param joinedAt sequence of the entry that opened the seat; 0 for the seeker's
   */
  @Serdeable
  record Member(BrandedId holder, long acknowledged, long joinedAt) {}

  @Serdeable
  record Self(long joinedAt, long acknowledged, @Nullable LastAppend lastAppend) {}

  @Serdeable
  record LastAppend(long number, long sequence) {}

  static ConversationView of(
      Conversation conversation, List<Seat> seats, Seat own, boolean attended) {
    return new ConversationView(
        conversation.id(),
        conversation.programme(),
        conversation.generation(),
        conversation.epoch(),
        conversation.latest(),
        seats.stream()
            .filter(Seat::isMember)
            .map(seat -> new Member(seat.holder(), seat.acknowledged(), seat.joinedAt()))
            .toList(),
        seats.stream()
            .filter(seat -> seat.state() == Seat.State.REMOVAL_OWED)
            .map(Seat::holder)
            .toList(),
        conversation.fixedContact().orElse(null),
        conversation.successor().orElse(null),
        conversation.answerBy().map(Object::toString).orElse(null),
        conversation.answerBy().map(deadline -> conversation.waiting().code()).orElse(null),
        attended,
        new Self(
            own.joinedAt(),
            own.acknowledged(),
            own.lastAppend()
                .map(append -> new LastAppend(append.number(), append.sequence()))
                .orElse(null)));
  }
}

package org.opstap.backend.conversation;

import java.util.Collection;
import java.util.Optional;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.PseudonymId;

/**
 * What an append must satisfy in the state in which it finds the conversation. Pure; reads and
 * changes nothing.
 */
final class AppendRules {
  /** Application messages are taken for the current epoch and as many before it (LOG-9). */
  static final long PAST_EPOCHS = 3;

  private AppendRules() {}

  /** LOG-6: the same append again, if this is one. */
  static Optional<AppendResult> checkNumber(
      AppendRequest request, Seat seat, Conversation conversation) {
    long last = seat.lastNumber();
    if (request.number() == last + 1) {
      return Optional.empty();
    }
    if (request.number() > last) {
      return Optional.of(new AppendResult.NumberAhead(last + 1));
    }
    return Optional.of(
        seat.lastAppend()
            .filter(append -> append.number() == request.number())
            .filter(append -> append.digest().equalsInConstantTime(request.digest()))
            .<AppendResult>map(append -> storedResult(request, append, conversation))
            .orElseGet(AppendResult.NumberTaken::new));
  }

  /** A Commit says itself where it led to; after an application message it is where things are. */
  private static AppendResult storedResult(
      AppendRequest request, Seat.Append append, Conversation conversation) {
    return request.isCommit()
        ? new AppendResult.Appended(
            append.sequence(),
            request.framing().group().orElseThrow().generation(),
            request.framing().epoch() + 1)
        : new AppendResult.Appended(
            append.sequence(), conversation.generation(), conversation.epoch());
  }

  /** LOG-8 to LOG-10, LOG-12: whether this message may come now. */
  static Optional<AppendResult> checkEpoch(
      AppendRequest request, Conversation conversation, Collection<Seat> seats) {
    long generation = request.framing().group().orElseThrow().generation();
    long epoch = request.framing().epoch();
    boolean fits =
        request.isCommit()
            ? commitFits(request.holder(), generation, epoch, conversation)
            : generation == conversation.generation()
                && epoch <= conversation.epoch()
                && epoch >= conversation.epoch() - PAST_EPOCHS;
    if (!fits) {
      return Optional.of(
          new AppendResult.EpochConflict(conversation.generation(), conversation.epoch()));
    }
    boolean owed = seats.stream().anyMatch(seat -> seat.state() == Seat.State.REMOVAL_OWED);
    if (owed && !request.isCommit()) {
      return Optional.of(new AppendResult.RemovalOwed());
    }
    return Optional.empty();
  }

  private static boolean commitFits(
      BrandedId holder, long generation, long epoch, Conversation conversation) {
    if (generation == conversation.generation()) {
      return epoch == conversation.epoch();
    }
    return beginsGeneration(generation, conversation)
        && epoch == 0
        && holder instanceof PseudonymId;
  }

  static boolean beginsGeneration(long generation, Conversation conversation) {
    return generation == conversation.generation() + 1;
  }

  /** Whether the seat has sent more than others have fetched. */
  static boolean isBacklogFull(Seat seat, int size) {
    return seat.storedBytes() + size > Limits.UNREAD_BYTES_OF_A_SEAT;
  }
}

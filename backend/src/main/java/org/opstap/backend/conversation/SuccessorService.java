package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Caller;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * Gives the cases of a device to a colleague's (STF-29): where that one has a seat it becomes the
 * fixed contact at once, elsewhere with the Commit by which a member brings it in.
 */
@Singleton
class SuccessorService {
  private final ConversationStore conversations;
  private final SeatStore seats;
  private final ConversationService announcing;
  private final StaffService staff;
  private final Transactions transactions;

  SuccessorService(
      ConversationStore conversations,
      SeatStore seats,
      ConversationService announcing,
      StaffService staff,
      Transactions transactions) {
    this.conversations = conversations;
    this.seats = seats;
    this.announcing = announcing;
    this.staff = staff;
    this.transactions = transactions;
  }

  /**
   * Empty where one of the two is no device of the coordinator's programme, or the next one isn't
   * active.
   */
  Optional<Handed> hand(Caller.Device coordinator, DeviceId from, DeviceId next) {
    if (from.equals(next)
        || !staff.isOf(from, coordinator.programme())
        || !staff.isOf(next, coordinator.programme())) {
      return Optional.empty();
    }
    Optional<List<Case>> handed =
        transactions.write(connection -> handLocked(coordinator.programme(), from, next));
    handed
        .orElse(List.of())
        .forEach(each -> announcing.announce(each.conversation(), each.members()));
    return handed.map(
        cases ->
            new Handed(
                cases.size(), (int) cases.stream().filter(each -> !each.hasDevice()).count()));
  }

  private Optional<List<Case>> handLocked(ProgrammeId programme, DeviceId from, DeviceId next) {
    List<ConversationId> found = conversations.casesOf(from);
    List<Conversation> held = found.isEmpty() ? List.of() : conversations.lock(found);
    // After the conversations, as everywhere.
    if (!staff.holdActive(next)) {
      return Optional.empty();
    }
    Map<ConversationId, List<Seat>> seated = seats.of(held.stream().map(Conversation::id).toList());
    List<Case> handed = new ArrayList<>();
    for (Conversation conversation : held) {
      // Somebody else may have taken it before it was locked; and what was handed over to another
      // programme is that one's.
      if (conversation.programme().equals(programme)
          && conversation.fixedContact().filter(contact -> !contact.equals(from)).isEmpty()) {
        handed.add(hand(conversation, seated.getOrDefault(conversation.id(), List.of()), next));
      }
    }
    return Optional.of(handed);
  }

  private Case hand(Conversation conversation, List<Seat> all, DeviceId next) {
    if (ConversationService.member(all, next).isPresent()) {
      conversations.setFixedContact(conversation.id(), Optional.of(next));
      conversations.setSuccessor(conversation.id(), Optional.empty());
    } else {
      conversations.setSuccessor(conversation.id(), Optional.of(next));
    }
    return new Case(
        conversation.id(), all.stream().filter(Seat::isMember).map(Seat::holder).toList());
  }

  private record Case(ConversationId conversation, List<BrandedId> members) {
    /** Whether a device is left in it, which can bring another one in. */
    boolean hasDevice() {
      return members.stream().anyMatch(DeviceId.class::isInstance);
    }
  }

  /**
   * @param cases how many go to the colleague
   * @param unattended in how many of them nobody is left to let her in but the seeker's phone
   */
  record Handed(int cases, int unattended) {}
}

package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Caller;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;

/**
 * The one fixed contact of a conversation: claimed by a member, passed on by it, and taken over
 * from one that is silent.
 */
@Singleton
class FixedContactService {
  private final ConversationStore store;
  private final SeatStore seats;
  private final ConversationService conversations;
  private final StaffService staff;
  private final Transactions transactions;

  FixedContactService(
      ConversationStore store,
      SeatStore seats,
      ConversationService conversations,
      StaffService staff,
      Transactions transactions) {
    this.store = store;
    this.seats = seats;
    this.conversations = conversations;
    this.staff = staff;
    this.transactions = transactions;
  }

  /**
   * Makes a device the fixed contact: the caller itself where nobody is (LOG-15), or a colleague
   * where the caller is (LOG-20).
   */
  ContactResult become(Caller.Device self, ConversationId id, DeviceId next) {
    Change change = transactions.write(connection -> becomeLocked(self, id, next));
    conversations.announce(id, change.toTell());
    return change.result();
  }

  /** Takes the place of a colleague who let a promise pass (WAI-6). */
  ContactResult takeOver(Caller.Device self, ConversationId id, DeviceId silent) {
    Change change = transactions.write(connection -> takeOverLocked(self, id, silent));
    conversations.announce(id, change.toTell());
    return change.result();
  }

  private Change takeOverLocked(Caller.Device self, ConversationId id, DeviceId silent) {
    Optional<Conversation> conversation = store.lock(id);
    boolean active = conversation.isPresent() && staff.holdActive(self.device());
    List<Seat> all = active ? seats.of(id) : List.of();
    if (conversation.isEmpty() || ConversationService.member(all, self.device()).isEmpty()) {
      return unchanged(new ContactResult.NotFound());
    }
    if (!self.programme().equals(conversation.get().programme())) {
      return unchanged(new ContactResult.NotAMember());
    }
    Optional<DeviceId> contact = conversation.get().fixedContact();
    if (contact.filter(self.device()::equals).isPresent()) {
      return unchanged(new ContactResult.FixedContact(self.device()));
    }
    boolean mayTake =
        conversation.get().waiting().isLate() && contact.filter(silent::equals).isPresent();
    if (contact.isPresent() && !mayTake) {
      return unchanged(new ContactResult.AlreadyClaimed());
    }
    store.setFixedContact(id, Optional.of(self.device()));
    store.setSuccessor(id, Optional.empty());
    return new Change(
        new ContactResult.FixedContact(self.device()),
        ConversationService.others(all, self.device()));
  }

  private Change becomeLocked(Caller.Device self, ConversationId id, DeviceId next) {
    Optional<Conversation> conversation = store.lock(id);
    // Before the seats are read: a status that revokes the device meanwhile finds it as the
    // contact.
    boolean active = conversation.isPresent() && staff.holdActive(next);
    List<Seat> all = conversation.isPresent() ? seats.of(id) : List.of();
    if (conversation.isEmpty() || ConversationService.member(all, self.device()).isEmpty()) {
      return unchanged(new ContactResult.NotFound());
    }
    // Who is in it for a lead takes no place before the handover (LEA-6).
    if (!self.programme().equals(conversation.get().programme())) {
      return unchanged(new ContactResult.NotAMember());
    }
    boolean seated = active && ConversationService.member(all, next).isPresent();
    Optional<DeviceId> contact = conversation.get().fixedContact();
    if (seated && contact.filter(next::equals).isPresent()) {
      return unchanged(new ContactResult.FixedContact(next));
    }
    Optional<ContactResult> refusal =
        next.equals(self.device())
            ? refusalOfClaim(contact, seated)
            : refusalOfPass(self, contact, next, seated);
    if (refusal.isPresent()) {
      return unchanged(refusal.get());
    }
    store.setFixedContact(id, Optional.of(next));
    store.setSuccessor(id, Optional.empty());
    return new Change(
        new ContactResult.FixedContact(next), ConversationService.others(all, self.device()));
  }

  private static Optional<ContactResult> refusalOfClaim(
      Optional<DeviceId> contact, boolean seated) {
    if (!seated) {
      return Optional.of(new ContactResult.NotFound());
    }
    return contact.map(colleague -> new ContactResult.AlreadyClaimed());
  }

  private Optional<ContactResult> refusalOfPass(
      Caller.Device self, Optional<DeviceId> contact, DeviceId next, boolean seated) {
    if (contact.filter(self.device()::equals).isEmpty()) {
      return Optional.of(new ContactResult.NotFixedContact());
    }
    return seated && staff.isOf(next, self.programme())
        ? Optional.empty()
        : Optional.of(new ContactResult.NotAMember());
  }

  private static Change unchanged(ContactResult result) {
    return new Change(result, List.of());
  }

  private record Change(ContactResult result, List<BrandedId> toTell) {}
}

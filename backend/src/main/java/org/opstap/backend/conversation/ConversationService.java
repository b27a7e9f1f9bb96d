package org.opstap.backend.conversation;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DevicesRevoked;
import org.opstap.backend.directory.SeatsClosed;
import org.opstap.backend.duty.ClaimResult;
import org.opstap.backend.duty.ClaimScope;
import org.opstap.backend.duty.KeyPackageService;
import org.opstap.backend.erasure.ErasureService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.lead.LeadService;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.StaffService;
import org.opstap.backend.wake.News;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;

/**
 * Everything about a conversation but opening, appending and its fixed contact: looking, claiming,
 * reading, acknowledging.
 */
@Singleton
class ConversationService {
  private final ConversationStore conversations;
  private final SeatStore seats;
  private final EntryStore entries;
  private final KeyPackageService keyPackages;
  private final ClaimBudget claims;
  private final StaffService staff;
  private final ErasureService erasures;
  private final Attendance attendance;
  private final LeadService leads;
  private final WakeHub wake;
  private final Transactions transactions;

  ConversationService(
      ConversationStore conversations,
      SeatStore seats,
      EntryStore entries,
      KeyPackageService keyPackages,
      ClaimBudget claims,
      StaffService staff,
      ErasureService erasures,
      Attendance attendance,
      LeadService leads,
      WakeHub wake,
      Transactions transactions) {
    this.conversations = conversations;
    this.seats = seats;
    this.entries = entries;
    this.keyPackages = keyPackages;
    this.claims = claims;
    this.staff = staff;
    this.erasures = erasures;
    this.attendance = attendance;
    this.leads = leads;
    this.wake = wake;
    this.transactions = transactions;
  }

  /** All of somebody's; a device that asks is there (WAI-14). */
  List<ConversationView> list(BrandedId holder) {
    if (holder instanceof DeviceId device) {
      attendance.note(device);
    }
    List<Conversation> own = conversations.findByMember(holder);
    List<ConversationId> ids = own.stream().map(Conversation::id).toList();
    Map<ConversationId, List<Seat>> seated = seats.of(ids);
    Set<ConversationId> attended = attendance.among(ids);
    List<ConversationView> views = new ArrayList<>();
    for (Conversation conversation : own) {
      List<Seat> all = seated.getOrDefault(conversation.id(), List.of());
      member(all, holder)
          .ifPresent(
              seat ->
                  views.add(
                      ConversationView.of(
                          conversation, all, seat, attended.contains(conversation.id()))));
    }
    return views;
  }

  /** Those that were erased, and that a device has not confirmed (ERA-6). */
  List<ConversationId> erased(BrandedId holder) {
    return erasures.of(holder);
  }

  /** How far each conversation is in which somebody has an open seat; and which were erased. */
  List<News> news(BrandedId holder) {
    return Stream.concat(
            conversations.findByMember(holder).stream()
                .map(found -> new News(found.id(), found.latest())),
            erased(holder).stream().map(gone -> new News(gone, 0)))
        .toList();
  }

  /** Empty for who has no open seat in it. */
  Optional<ConversationView> show(BrandedId holder, ConversationId id) {
    // One look for who has no seat, whether it is foreign or unknown. The seats after it: whom its
    // newest Commit removes is none of the members any more (E2E-14).
    return conversations
        .findByMember(holder, id)
        .flatMap(
            found -> {
              List<Seat> all = seats.of(id);
              return member(all, holder)
                  .map(own -> ConversationView.of(found, all, own, attendance.of(id)));
            });
  }

  /** A page of what the seat may read after a sequence; empty for who has no open seat (LOG-14). */
  Optional<Page> read(BrandedId holder, ConversationId id, long after, int limit) {
    return transactions.without(
        connection ->
            seats
                .view(id, holder)
                .map(
                    view -> {
                      long from = Math.max(after, view.joinedAt() - 1);
                      return new Page(
                          entries.between(id, from, view.latest(), limit), view.latest());
                    }));
  }

  /** False for who has no open seat. */
  boolean acknowledge(BrandedId holder, ConversationId id, long sequence) {
    Optional<List<BrandedId>> changed =
        transactions.write(connection -> acknowledgeLocked(holder, id, sequence));
    changed.ifPresent(members -> announce(id, members));
    return changed.isPresent();
  }

  private Optional<List<BrandedId>> acknowledgeLocked(
      BrandedId holder, ConversationId id, long sequence) {
    Optional<Conversation> conversation = conversations.lock(id);
    List<Seat> all = conversation.isEmpty() ? List.of() : seats.of(id);
    Optional<Seat> own = member(all, holder);
    if (conversation.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    long reached = Math.min(sequence, conversation.get().latest());
    if (reached <= own.get().acknowledged()) {
      return Optional.of(List.of());
    }
    seats.acknowledge(id, holder, reached);
    long everybody =
        all.stream()
            .filter(Seat::isMember)
            .mapToLong(seat -> seat.holder().equals(holder) ? reached : seat.acknowledged())
            .min()
            .orElse(0);
    for (Map.Entry<BrandedId, Long> freed : entries.deleteThrough(id, everybody).entrySet()) {
      seats.freeBytes(id, freed.getKey(), freed.getValue());
    }
    return Optional.of(others(all, holder));
  }

  /** KPK-5 to KPK-7. */
  ClaimOutcome claim(
      Caller caller, ConversationId id, long generation, Optional<DeviceId> colleague) {
    return transactions.write(
        connection -> {
          Optional<Conversation> conversation = conversations.lock(id);
          if (conversation.isEmpty() || member(seats.of(id), caller.holder()).isEmpty()) {
            return new ClaimOutcome.NotFound();
          }
          return switch (caller) {
            case Caller.Seeker ignored ->
                colleague.isPresent()
                    ? new ClaimOutcome.NotForThisRole()
                    : claimForGeneration(conversation.get(), caller, generation);
            case Caller.Device self ->
                colleague.isEmpty()
                    ? new ClaimOutcome.NotForThisRole()
                    : claimColleague(conversation.get(), self, generation, colleague.get());
          };
        });
  }

  private ClaimOutcome claimForGeneration(
      Conversation conversation, Caller caller, long generation) {
    if (!AppendRules.beginsGeneration(generation, conversation)) {
      return new ClaimOutcome.EpochConflict(conversation.generation(), conversation.epoch());
    }
    Optional<Duration> wait = claims.take(caller.holder(), conversation.id(), generation);
    if (wait.isPresent()) {
      return new ClaimOutcome.TooMany(wait.get());
    }
    ClaimScope scope = new ClaimScope(conversation.id(), generation, 0, caller.holder());
    return outcome(
        generation,
        keyPackages.claimForGeneration(
            scope,
            conversation.programme(),
            conversation.successor().or(conversation::fixedContact)));
  }

  private ClaimOutcome claimColleague(
      Conversation conversation, Caller.Device self, long generation, DeviceId colleague) {
    Optional<Device> device =
        staff
            .find(colleague)
            .filter(found -> found.programme().equals(self.programme()))
            .filter(found -> !found.id().equals(self.device()));
    if (!self.programme().equals(conversation.programme()) || device.isEmpty()) {
      return new ClaimOutcome.NotForThisRole();
    }
    if (generation != conversation.generation()) {
      return new ClaimOutcome.EpochConflict(conversation.generation(), conversation.epoch());
    }
    ClaimScope scope =
        new ClaimScope(conversation.id(), generation, conversation.epoch(), self.holder());
    return outcome(generation, keyPackages.claimColleague(scope, device.get()));
  }

  private static ClaimOutcome outcome(long generation, ClaimResult result) {
    return switch (result) {
      case ClaimResult.Claimed(var packages) -> new ClaimOutcome.Claimed(generation, packages);
      case ClaimResult.NobodyOnDuty ignored -> new ClaimOutcome.NobodyOnDuty();
    };
  }

  /** LOG-12: a revoked device's seats close at once. */
  @EventListener
  void closeSeats(DevicesRevoked revoked) {
    List<DeviceId> own =
        revoked.devices().stream()
            .filter(device -> staff.isOf(device, revoked.programme()))
            .toList();
    for (DeviceId device : own) {
      for (ConversationId id : seats.closeAll(device)) {
        conversations
            .find(id)
            .filter(found -> found.fixedContact().filter(device::equals).isPresent())
            .ifPresent(found -> conversations.setFixedContact(id, Optional.empty()));
      }
      // After the seats, as an append takes them.
      leads.withdrawOf(device);
    }
  }

  /** Told only once the seats are closed for good: who looks then sees it. */
  @EventListener
  void tellTheOthers(SeatsClosed closed) {
    for (DeviceId device : closed.devices()) {
      for (ConversationId id : seats.owing(device)) {
        announce(id, others(seats.of(id), device));
      }
    }
  }

  /** Tells holders that there is something new in a conversation. */
  void announce(ConversationId id, List<BrandedId> holders) {
    if (!holders.isEmpty()) {
      conversations
          .find(id)
          .ifPresent(found -> wake.announce(new News(id, found.latest()), holders));
    }
  }

  /** Who has an open seat beside somebody. */
  static List<BrandedId> others(List<Seat> all, BrandedId holder) {
    return all.stream()
        .filter(seat -> seat.isMember() && !seat.holder().equals(holder))
        .map(Seat::holder)
        .toList();
  }

  static Optional<Seat> member(List<Seat> all, BrandedId holder) {
    return all.stream().filter(seat -> seat.isMember() && seat.holder().equals(holder)).findFirst();
  }

  /**
   * @param latest sequence of the conversation's newest entry
   */
  record Page(List<Entry> entries, long latest) {}
}

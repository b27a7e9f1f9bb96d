package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.lead.Lead;
import org.opstap.backend.lead.LeadMove;
import org.opstap.backend.lead.LeadService;
import org.opstap.backend.lead.LeadState;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * What members do about a lead, and the clock. Each move is one transaction under the
 * conversation's lock: of two at once one comes first, and the other finds its result. What it does
 * to seats happens with it or not at all.
 */
@Singleton
class LeadMoveService {
  private final ConversationStore store;
  private final SeatStore seats;
  private final ConversationService conversations;
  private final LeadService leads;
  private final DirectoryService directory;
  private final StaffService staff;
  private final Transactions transactions;
  private final Clock clock;

  LeadMoveService(
      ConversationStore store,
      SeatStore seats,
      ConversationService conversations,
      LeadService leads,
      DirectoryService directory,
      StaffService staff,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.seats = seats;
    this.conversations = conversations;
    this.leads = leads;
    this.directory = directory;
    this.staff = staff;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Makes a move where the caller may; a repeated one gets the same answer. */
  LeadResult move(Caller caller, LeadId id, LeadMove move) {
    Change change = transactions.write(connection -> moveLocked(caller, id, move));
    change.tell(conversations);
    return change.result();
  }

  /** Ends leads that were not answered in time; how many this node ended (LEA-7). */
  int lapseAll() {
    int lapsed = 0;
    List<Lead> due;
    do {
      due = leads.due();
      for (Lead each : due) {
        Change change = transactions.write(connection -> lapseLocked(each.id()));
        change.tell(conversations);
        lapsed += change.result() instanceof LeadResult.Stored ? 1 : 0;
      }
    } while (due.size() == Limits.WAITING_STEPS_AT_ONCE);
    return lapsed;
  }

  private Change moveLocked(Caller caller, LeadId id, LeadMove move) {
    Held held = hold(id).orElse(null);
    Optional<Seat> own =
        held == null
            ? Optional.empty()
            : held.seats().stream()
                .filter(seat -> seat.holder().equals(caller.holder()))
                .findFirst();
    if (held == null || own.isEmpty()) {
      return unchanged(new LeadResult.NotFound());
    }
    LeadState.Step step = leads.step(held.lead(), move);
    boolean again = step instanceof LeadState.Step.Already;
    // Whose seat this very move has closed may still ask for its answer.
    if (!own.get().isMember() && !again) {
      return unchanged(new LeadResult.NotFound());
    }
    if (!mayMake(caller, move, held, again)) {
      return unchanged(
          own.get().isMember() ? new LeadResult.NotForThisRole() : new LeadResult.NotFound());
    }
    return switch (step) {
      case LeadState.Step.Already ignored -> unchanged(new LeadResult.Stored(held.lead()));
      case LeadState.Step.Illegal ignored -> unchanged(new LeadResult.Moved(held.lead().state()));
      case LeadState.Step.To(LeadState next) ->
          isHindered(move, held.lead())
              ? unchanged(new LeadResult.ProgrammeUnavailable())
              : make(move, next, held, caller.holder());
    };
  }

  /** Read again under the lock: an answer may have come first. */
  private Change lapseLocked(LeadId id) {
    LeadMove lapse = new LeadMove.Lapse();
    return hold(id)
        .filter(
            held ->
                held.lead().answerBy().filter(until -> !until.isAfter(clock.instant())).isPresent())
        .map(held -> make(lapse, new LeadState.NoAnswer(), held, held.lead().id()))
        .orElseGet(() -> unchanged(new LeadResult.NotFound()));
  }

  private Optional<Held> hold(LeadId id) {
    return leads
        .find(id)
        .flatMap(lead -> store.lock(lead.conversation()))
        .flatMap(conversation -> hold(id, conversation));
  }

  /**
   * The device first, and then the lead: a status that cuts it off meanwhile has ended the lead, or
   * waits until the move is made.
   */
  private Optional<Held> hold(LeadId id, Conversation conversation) {
    leads.find(id).flatMap(Lead::device).ifPresent(staff::holdActive);
    return leads.find(id).map(lead -> new Held(conversation, lead, seats.of(conversation.id())));
  }

  /** Whether a programme would take somebody on that takes nobody now (LEA-8). */
  private boolean isHindered(LeadMove move, Lead lead) {
    boolean takesOn = move instanceof LeadMove.Accept || move instanceof LeadMove.HandOver;
    return takesOn
        && directory.current().filter(found -> found.isOpenToConversations(lead.to())).isEmpty();
  }

  private static boolean mayMake(Caller caller, LeadMove move, Held held, boolean again) {
    Lead lead = held.lead();
    boolean hers = caller instanceof Caller.Seeker;
    boolean receiving = lead.device().filter(caller.holder()::equals).isPresent();
    boolean proposing =
        caller instanceof Caller.Device self && self.programme().equals(lead.from());
    boolean contact =
        proposing
            && (again
                || held.conversation().fixedContact().filter(caller.holder()::equals).isPresent());
    return switch (move) {
      case LeadMove.Refuse ignored -> hers;
      case LeadMove.Withdraw ignored -> hers || proposing;
      case LeadMove.Accept ignored -> receiving;
      case LeadMove.Decline ignored -> receiving;
      case LeadMove.HandOver ignored -> receiving || contact;
      case LeadMove.Stay ignored -> hers || receiving || contact;
      case LeadMove.Consent ignored -> false;
      case LeadMove.Lapse ignored -> false;
    };
  }

  private Change make(LeadMove move, LeadState next, Held held, BrandedId by) {
    ConversationId id = held.conversation().id();
    Lead lead = leads.take(held.lead(), next, move);
    List<BrandedId> toTell = ConversationService.others(held.seats(), by);
    if (lead.device().isPresent() && !lead.isOpen()) {
      DeviceId device = lead.device().get();
      if (next instanceof LeadState.HandedOver) {
        handOver(held.conversation(), lead, device);
      } else {
        seats.close(id, device);
      }
    }
    if (next instanceof LeadState.Declined || next instanceof LeadState.NoAnswer) {
      oweAWord(held.conversation());
    }
    return new Change(new LeadResult.Stored(lead), Optional.of(id), toTell);
  }

  /** LEA-8: from now on it is the receiving programme's, and nobody else of a team is in it. */
  private void handOver(Conversation conversation, Lead lead, DeviceId device) {
    seats.closeOthers(conversation.id(), device);
    Conversation next = conversation.handedOver(lead.to(), device);
    store.handOver(
        conversation.answerBy().isEmpty() ? next : next.withPromise(promiseOf(lead.to())));
  }

  /** LEA-18: she asked for nothing since, but waits; a promise that runs stays as it is. */
  private void oweAWord(Conversation conversation) {
    if (conversation.answerBy().isEmpty()) {
      store.moveOn(List.of(conversation.withPromise(promiseOf(conversation.programme()))));
    }
  }

  private Optional<Instant> promiseOf(ProgrammeId programme) {
    return directory.current().flatMap(current -> current.answerBy(programme, clock.instant()));
  }

  private static Change unchanged(LeadResult result) {
    return new Change(result, Optional.empty(), List.of());
  }

  private record Held(Conversation conversation, Lead lead, List<Seat> seats) {}

  /** What came of a move, and who is to hear of it once it is durable. */
  private record Change(
      LeadResult result, Optional<ConversationId> conversation, List<BrandedId> toTell) {
    void tell(ConversationService conversations) {
      conversation.ifPresent(id -> conversations.announce(id, toTell));
    }
  }
}

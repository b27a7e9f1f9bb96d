package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.duty.ClaimResult;
import org.opstap.backend.duty.ClaimScope;
import org.opstap.backend.duty.KeyPackageService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.lead.Lead;
import org.opstap.backend.lead.LeadService;
import org.opstap.backend.lead.LeadState;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/** Leads up to her consent: proposed by the fixed contact, looked at, claimed for by her phone. */
@Singleton
class LeadOpeningService {
  private final ConversationStore store;
  private final SeatStore seats;
  private final ConversationService conversations;
  private final LeadService leads;
  private final KeyPackageService keyPackages;
  private final ClaimBudget claims;
  private final DirectoryService directory;
  private final Transactions transactions;

  LeadOpeningService(
      ConversationStore store,
      SeatStore seats,
      ConversationService conversations,
      LeadService leads,
      KeyPackageService keyPackages,
      ClaimBudget claims,
      DirectoryService directory,
      Transactions transactions) {
    this.store = store;
    this.seats = seats;
    this.conversations = conversations;
    this.leads = leads;
    this.keyPackages = keyPackages;
    this.claims = claims;
    this.directory = directory;
    this.transactions = transactions;
  }

  /** The open lead of a conversation to a programme, a new one where there is none (LEA-3). */
  LeadResult propose(Caller.Device self, ConversationId id, ProgrammeId to) {
    LeadResult result = transactions.write(connection -> proposeLocked(self, id, to));
    if (result instanceof LeadResult.Stored) {
      conversations.announce(id, ConversationService.others(seats.of(id), self.device()));
    }
    return result;
  }

  private LeadResult proposeLocked(Caller.Device self, ConversationId id, ProgrammeId to) {
    Optional<Conversation> conversation = store.lock(id);
    if (conversation.isEmpty()
        || ConversationService.member(seats.of(id), self.device()).isEmpty()) {
      return new LeadResult.ConversationNotFound();
    }
    ProgrammeId from = conversation.get().programme();
    if (!self.programme().equals(from)) {
      return new LeadResult.NotForThisRole();
    }
    if (conversation.get().fixedContact().filter(self.device()::equals).isEmpty()) {
      return new LeadResult.NotFixedContact();
    }
    List<Lead> all = leads.of(id);
    Optional<Lead> open = all.stream().filter(Lead::isOpen).findFirst();
    if (open.isPresent()) {
      return open.get().to().equals(to)
          ? new LeadResult.Stored(open.get())
          : new LeadResult.AnotherOpen();
    }
    if (to.equals(from) || !takesConversations(to)) {
      return new LeadResult.ProgrammeUnavailable();
    }
    return all.size() < Limits.LEADS_OF_A_CONVERSATION
        ? new LeadResult.Stored(leads.propose(id, from, to))
        : new LeadResult.TooMany();
  }

  private boolean takesConversations(ProgrammeId programme) {
    return directory.current().filter(found -> found.isOpenToConversations(programme)).isPresent();
  }

  /** Those of a conversation that a member may know of; empty for everybody else (LEA-9). */
  Optional<List<Lead>> of(Caller caller, ConversationId id) {
    if (ConversationService.member(seats.of(id), caller.holder()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        leads.of(id).stream()
            .filter(
                lead ->
                    switch (caller) {
                      case Caller.Seeker ignored -> true;
                      case Caller.Device self -> lead.isShownTo(self.programme());
                    })
            .toList());
  }

  /** Those that come in to the programme of a device, and go out from it. */
  List<LeadView> ofProgramme(Caller.Device self) {
    Set<ConversationId> own = new HashSet<>();
    store.findByMember(self.device()).forEach(found -> own.add(found.id()));
    return leads.of(self.programme()).stream()
        .map(lead -> LeadView.of(lead, own.contains(lead.conversation())))
        .toList();
  }

  /** One package of the receiving programme, for the Commit that lets it in (LEA-4). */
  LeadResult claim(Caller caller, LeadId id) {
    return transactions.write(connection -> claimLocked(caller.holder(), id));
  }

  private LeadResult claimLocked(BrandedId caller, LeadId id) {
    Optional<Conversation> locked = leads.find(id).flatMap(lead -> store.lock(lead.conversation()));
    Optional<Lead> lead = locked.flatMap(held -> leads.find(id));
    if (locked.isEmpty()
        || lead.isEmpty()
        || ConversationService.member(seats.of(locked.get().id()), caller).isEmpty()) {
      return new LeadResult.NotFound();
    }
    Conversation conversation = locked.get();
    if (!conversation.pseudonym().equals(caller)) {
      return new LeadResult.NotForThisRole();
    }
    if (!(lead.get().state() instanceof LeadState.Proposed)) {
      return new LeadResult.Moved(lead.get().state());
    }
    if (!takesConversations(lead.get().to())) {
      return new LeadResult.ProgrammeUnavailable();
    }
    Optional<Duration> wait = claims.takeForLead(caller, id, conversation.epoch());
    if (wait.isPresent()) {
      return new LeadResult.TooFast(wait.get());
    }
    ClaimScope scope =
        new ClaimScope(conversation.id(), conversation.generation(), conversation.epoch(), caller);
    return switch (keyPackages.claimForLead(scope, lead.get().to())) {
      case ClaimResult.Claimed(var packages) ->
          new LeadResult.Claimed(conversation.generation(), packages);
      case ClaimResult.NobodyOnDuty ignored -> new LeadResult.NobodyOnDuty();
    };
  }
}

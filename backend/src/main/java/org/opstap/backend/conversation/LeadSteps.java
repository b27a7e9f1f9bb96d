package org.opstap.backend.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.backend.http.Caller;
import org.opstap.backend.lead.Lead;
import org.opstap.backend.lead.LeadMove;
import org.opstap.backend.lead.LeadService;
import org.opstap.backend.lead.LeadState;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;

/**
 * What a Commit has to do with leads: a device of another programme comes in by hers alone, and
 * only for a lead that waits for her (LEA-4); one that goes takes its lead with it (LEA-5). In the
 * transaction of the append, under the conversation's lock.
 */
@Singleton
class LeadSteps {
  private final LeadService leads;
  private final StaffService staff;

  LeadSteps(LeadService leads, StaffService staff) {
    this.leads = leads;
    this.staff = staff;
  }

  /**
   * Why a Commit may not bring these devices in; empty where it may.
   *
   * @param begins whether it begins a generation
   */
  Optional<AppendResult> refusal(
      Caller caller,
      AppendRequest request,
      Conversation conversation,
      List<DeviceId> joining,
      boolean begins,
      Deadlines deadlines) {
    if (request.lead().isEmpty()) {
      boolean own =
          joining.stream().allMatch(device -> staff.isOf(device, conversation.programme()));
      return own ? Optional.empty() : Optional.of(new AppendResult.WelcomeNotClaimed());
    }
    if (!(caller instanceof Caller.Seeker)) {
      return Optional.of(new AppendResult.NotForThisRole());
    }
    Lead lead = leadOf(request, conversation).orElse(null);
    if (lead == null) {
      return Optional.of(new AppendResult.LeadNotFound());
    }
    if (!(lead.state() instanceof LeadState.Proposed)) {
      return Optional.of(new AppendResult.LeadMoved(lead.state()));
    }
    boolean letsOneIn = !begins && joining.size() == 1 && staff.isOf(joining.getFirst(), lead.to());
    if (!letsOneIn) {
      return Optional.of(new AppendResult.WelcomeNotClaimed());
    }
    return deadlines.isOpen(lead.to())
        ? Optional.empty()
        : Optional.of(new AppendResult.ProgrammeUnavailable());
  }

  /**
   * Moves the lead of a Commit that will be stored.
   *
   * @param leaves who is in the group after it
   */
  void take(
      AppendRequest request,
      Conversation conversation,
      List<DeviceId> joining,
      Set<BrandedId> leaves,
      Deadlines deadlines) {
    Optional<Lead> consented = leadOf(request, conversation);
    if (consented.isPresent()) {
      Lead lead = consented.get();
      move(lead, new LeadMove.Consent(joining.getFirst(), deadlines.answerBy(lead.to())));
      return;
    }
    leads
        .open(conversation.id())
        .filter(lead -> lead.device().filter(device -> !leaves.contains(device)).isPresent())
        .ifPresent(lead -> move(lead, new LeadMove.Withdraw()));
  }

  private void move(Lead lead, LeadMove move) {
    if (leads.step(lead, move) instanceof LeadState.Step.To(LeadState next)) {
      leads.take(lead, next, move);
    }
  }

  private Optional<Lead> leadOf(AppendRequest request, Conversation conversation) {
    return request
        .lead()
        .flatMap(leads::find)
        .filter(lead -> lead.conversation().equals(conversation.id()));
  }
}

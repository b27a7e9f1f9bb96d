package org.opstap.backend.conversation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.opstap.backend.duty.ClaimedPackage;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.lead.DeclineReason;
import org.opstap.backend.lead.Lead;
import org.opstap.backend.lead.LeadMove;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Leads to another programme: proposed, consented to by her Commit, answered, handed over. */
@Controller("/v1")
@Tag(name = "leads")
@ExecuteOn(TaskExecutors.BLOCKING)
class LeadController {
  private static final String ACCEPTED = "accepted";

  private final LeadOpeningService openings;
  private final LeadMoveService moves;

  LeadController(LeadOpeningService openings, LeadMoveService moves) {
    this.openings = openings;
    this.moves = moves;
  }

  /** Proposes another programme; while that one is open, it is the same one. */
  @ServedTo(Audience.TEAM)
  @Post("/conversations/{conversation}/leads")
  HttpResponse<LeadView> propose(
      Caller caller, ConversationId conversation, @Body ProposalRequest request) {
    if (!(caller instanceof Caller.Device self)) {
      throw openings.of(caller, conversation).isPresent()
          ? Problem.of(ProblemType.NOT_FOR_THIS_ROLE)
          : Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
    }
    LeadResult result = openings.propose(self, conversation, request.programme());
    if (result instanceof LeadResult.Stored(Lead lead)) {
      return HttpResponse.created(LeadView.of(lead));
    }
    throw refusal(result);
  }

  /** The leads of a conversation that a member may know of. */
  @Get("/conversations/{conversation}/leads")
  LeadList ofConversation(Caller caller, ConversationId conversation) {
    return openings
        .of(caller, conversation)
        .map(leads -> new LeadList(leads.stream().map(LeadView::of).toList()))
        .orElseThrow(() -> Problem.of(ProblemType.CONVERSATION_NOT_FOUND));
  }

  /** What comes in to the caller's programme, and what goes out from it, the newest first. */
  @ServedTo(Audience.TEAM)
  @Get("/leads")
  LeadList ofProgramme(Caller caller) {
    if (!(caller instanceof Caller.Device self)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    return new LeadList(openings.ofProgramme(self));
  }

  /** A key package of the receiving programme, for the Commit by which she consents. */
  @ServedTo(Audience.PHONE)
  @Post("/leads/{lead}/key-package")
  LeadClaim claim(Caller caller, LeadId lead) {
    LeadResult result = openings.claim(caller, lead);
    if (result instanceof LeadResult.Claimed(long generation, List<ClaimedPackage> packages)) {
      return new LeadClaim(
          generation,
          packages.stream()
              .map(found -> new LeadPackage(found.device(), found.message()))
              .toList());
    }
    throw refusal(result);
  }

  /** The receiving programme's answer. */
  @ServedTo(Audience.TEAM)
  @Put("/leads/{lead}/answer")
  LeadView answer(Caller caller, LeadId lead, @Body AnswerRequest request) {
    return moved(caller, lead, request.move());
  }

  /** She says no to a proposal. */
  @ServedTo(Audience.PHONE)
  @Put("/leads/{lead}/refusal")
  LeadView refuse(Caller caller, LeadId lead) {
    return moved(caller, lead, new LeadMove.Refuse());
  }

  /** She or the proposing programme takes it back. */
  @Put("/leads/{lead}/withdrawal")
  LeadView withdraw(Caller caller, LeadId lead) {
    return moved(caller, lead, new LeadMove.Withdraw());
  }

  /** The conversation becomes the receiving programme's, and the devices of the other one go. */
  @ServedTo(Audience.TEAM)
  @Put("/leads/{lead}/handover")
  LeadView handOver(Caller caller, LeadId lead) {
    return moved(caller, lead, new LeadMove.HandOver());
  }

  /** She stays with the first programme, and the receiving one goes. */
  @Put("/leads/{lead}/stay")
  LeadView stay(Caller caller, LeadId lead) {
    return moved(caller, lead, new LeadMove.Stay());
  }

  private LeadView moved(Caller caller, LeadId id, LeadMove move) {
    LeadResult result = moves.move(caller, id, move);
    if (result instanceof LeadResult.Stored(Lead lead)) {
      return LeadView.of(lead);
    }
    throw refusal(result);
  }

  private static Problem refusal(LeadResult result) {
    return switch (result) {
      case LeadResult.Stored ignored -> throw new IllegalArgumentException("no refusal");
      case LeadResult.Claimed ignored -> throw new IllegalArgumentException("no refusal");
      case LeadResult.NotFound ignored -> Problem.of(ProblemType.LEAD_NOT_FOUND);
      case LeadResult.ConversationNotFound ignored ->
          Problem.of(ProblemType.CONVERSATION_NOT_FOUND);
      case LeadResult.NotForThisRole ignored -> Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case LeadResult.NotFixedContact ignored -> Problem.of(ProblemType.NOT_FIXED_CONTACT);
      case LeadResult.ProgrammeUnavailable ignored -> Problem.of(ProblemType.PROGRAMME_UNAVAILABLE);
      case LeadResult.AnotherOpen ignored -> Problem.of(ProblemType.LEAD_OPEN);
      case LeadResult.TooMany ignored -> Problem.of(ProblemType.LEADS_FULL);
      case LeadResult.Moved(var state) -> Problem.leadMoved(state.code());
      case LeadResult.NobodyOnDuty ignored -> Problem.of(ProblemType.NOBODY_ON_DUTY);
      case LeadResult.TooFast(var pause) -> Problem.of(ProblemType.RATE_LIMITED, pause);
    };
  }

  @Serdeable
  record ProposalRequest(ProgrammeId programme) {}

  /**
   * @param answer accepted, or a reason to decline
   */
  @Serdeable
  record AnswerRequest(String answer) {
    LeadMove move() {
      return answer.equals(ACCEPTED)
          ? new LeadMove.Accept()
          : DeclineReason.ofCode(answer)
              .<LeadMove>map(LeadMove.Decline::new)
              .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_REQUEST));
    }
  }

  @Serdeable
  record LeadList(List<LeadView> leads) {}

  @Serdeable
  record LeadClaim(long generation, List<LeadPackage> keyPackages) {}

  @Serdeable
  record LeadPackage(DeviceId device, Bytes message) {}
}

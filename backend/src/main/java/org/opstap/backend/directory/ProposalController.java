package org.opstap.backend.directory;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Keeps what a programme asks to be said of it, until the operator has read it. */
@Controller("/v1/programmes/{programme}/proposal")
@Tag(name = "directory")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class ProposalController {
  private final ProposalService proposals;

  ProposalController(ProposalService proposals) {
    this.proposals = proposals;
  }

  /** The newest proposal of the caller's own programme as it was signed, or null. */
  @Get
  HttpResponse<String> show(Caller caller, ProgrammeId programme) {
    own(caller, programme);
    String proposal = proposals.find(programme).orElse("null");
    return HttpResponse.ok("{\"proposal\":" + proposal + "}");
  }

  /** Takes a proposal that the caller's programme has signed, in the place of the one before. */
  @Put
  HttpResponse<Void> propose(Caller caller, ProgrammeId programme, @Body String proposal) {
    if (!own(caller, programme).coordinates()) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!proposals.put(programme, Bytes.utf8(proposal))) {
      throw Problem.of(ProblemType.PROPOSAL_REFUSED);
    }
    return HttpResponse.noContent();
  }

  private static Caller.Device own(Caller caller, ProgrammeId programme) {
    if (!(caller instanceof Caller.Device device)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!device.programme().equals(programme)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return device;
  }
}

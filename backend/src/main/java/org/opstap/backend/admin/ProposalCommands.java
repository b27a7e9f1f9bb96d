package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeProposal;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What programmes propose, and what the operator makes of it. */
final class ProposalCommands {
  private ProposalCommands() {}

  private static Release current(OperatorDatabase open) {
    return CurrentRelease.of(open)
        .map(found -> found.unverifiedContent())
        .orElseThrow(() -> new Refusal("nothing is published yet, so nobody proposes anything"));
  }

  private static Bytes proposal(OperatorDatabase open, ProgrammeId programme) {
    return open.proposal(programme)
        .orElseThrow(
            () ->
                new Refusal(
                    "%s has proposed nothing: see programme proposals".formatted(programme)));
  }

  @Command(description = "Lists what programmes propose for the next release.")
  static final class Show extends ProgrammeCommands.ProgrammeAction {
    @Override
    public void run() {
      List<String> lines = new ArrayList<>();
      try (OperatorDatabase open = database.open()) {
        Release current = current(open);
        for (Bytes envelope : open.proposals()) {
          lines.addAll(lines(envelope, current));
        }
      }
      say(lines.isEmpty() ? List.of("nobody proposes anything") : lines);
      if (!lines.isEmpty()) {
        say("programme accept puts one into the next release, programme decline drops it");
      }
    }

    private static List<String> lines(Bytes envelope, Release current) {
      try {
        return Proposal.read(envelope, current).lines();
      } catch (Refusal refusal) {
        return List.of(String.valueOf(refusal.getMessage()));
      }
    }
  }

  @Command(description = "Puts what a programme proposes into the next release.")
  static final class Accept extends ProgrammeCommands.ProgrammeAction {
    @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
    String id = "";

    @Override
    public void run() {
      ProgrammeId programme = ProgrammeEntry.id(id);
      Proposal proposal;
      try (OperatorDatabase open = database.open()) {
        proposal = Proposal.read(proposal(open, programme), current(open));
      }
      if (!proposal.content().programme().equals(programme)) {
        throw new Refusal("the proposal in the database is another programme's");
      }
      Programme changed = patch(programme, entry(programme), changes(proposal.content()));
      say("accepted of %s (%s):", changed.name(), programme);
      say(Differences.ofProgramme(proposal.entry(), proposal.asked()));
      pending();
    }

    /** The members of the entry that are to change, as a merge patch. */
    private static ObjectNode changes(ProgrammeProposal proposal) {
      ObjectNode payload = ProgrammeProposal.FORMAT.payload(proposal);
      payload.remove(List.of("type", "version", "programme", "number", "basedOn"));
      return payload;
    }
  }

  @Command(description = "Drops what a programme proposes; its coordinator sees that it is gone.")
  static final class Decline extends ProgrammeCommands.ProgrammeAction {
    @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
    String id = "";

    @Override
    public void run() {
      ProgrammeId programme = ProgrammeEntry.id(id);
      try (OperatorDatabase open = database.open()) {
        proposal(open, programme);
        open.dropProposal(programme);
      }
      say("declined what %s proposed; what was accepted of it before stays pending", programme);
    }
  }
}

package org.opstap.backend.admin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.ProgrammeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code invite}: the way in for the first person of a programme, who then invites the others. */
@Command(
    description =
        "Invites the coordinator of a published programme: prints the invitation once, and keeps"
            + " nothing but its digest.")
final class InviteCommand extends Action {
  private final Clock clock;
  private final SecureRandom random;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Parameters(paramLabel = "PROGRAMME", description = "its identifier, prg_…")
  String id = "";

  InviteCommand(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void run() {
    ProgrammeId programme = ProgrammeEntry.id(id);
    try (OperatorDatabase open = database.open()) {
      Programme entry =
          CurrentRelease.of(open)
              .map(Unverified::unverifiedContent)
              .flatMap(release -> release.programme(programme))
              .orElseThrow(
                  () ->
                      new Refusal(
                          ("no published release has a programme %s: publish one with it before"
                                  + " you invite somebody")
                              .formatted(programme)));
      InvitationId invitation = InvitationId.random(random);
      long until = Coarse.quarterAtOrAfter(clock.instant().plus(Limits.INVITATION));
      open.invite(invitation.toBytes().sha256(), programme, until);
      report(entry, invitation, Coarse.instantOf(until));
    }
  }

  private void report(Programme programme, InvitationId invitation, Instant until) {
    say("invited the coordinator of %s (%s):", programme.name(), programme.id());
    say("  %s", invitation);
    say(
        "it lets one device in, until %s. It is shown only now: give it to her in person or",
        until);
    say("by voice, and to nobody else; only its digest is kept here. She opens /team under the");
    say("team's host name with it, and brings the file of her programme's key there");
    if (programme.state() == ProgrammeState.SUSPENDED) {
      say("NOTE: the programme is suspended; phones offer it to nobody until programme resume");
    }
  }
}

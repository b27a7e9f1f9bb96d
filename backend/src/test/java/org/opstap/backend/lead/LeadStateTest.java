package org.opstap.backend.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/** LEA-2: which step may follow which. */
class LeadStateTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final DeviceId DEVICE = DeviceId.random(RANDOM);

  private static final List<LeadState> STATES =
      List.of(
          new LeadState.Proposed(),
          new LeadState.Consented(Optional.empty()),
          new LeadState.Accepted(),
          new LeadState.HandedOver(),
          new LeadState.StaysInView(),
          new LeadState.Refused(),
          new LeadState.Declined(DeclineReason.FULL),
          new LeadState.NoAnswer(),
          new LeadState.Withdrawn());

  private static final Map<String, LeadMove> MOVES =
      Map.of(
          "consent", new LeadMove.Consent(DEVICE, Optional.empty()),
          "refuse", new LeadMove.Refuse(),
          "withdraw", new LeadMove.Withdraw(),
          "accept", new LeadMove.Accept(),
          "decline", new LeadMove.Decline(DeclineReason.FULL),
          "lapse", new LeadMove.Lapse(),
          "hand over", new LeadMove.HandOver(),
          "stay", new LeadMove.Stay());

  /** The diagram of lead.md, arrow by arrow. */
  private static final List<String> ARROWS =
      List.of(
          "accepted -hand over-> handed-over",
          "accepted -stay-> stays-in-view",
          "accepted -withdraw-> withdrawn",
          "consented -accept-> accepted",
          "consented -decline-> declined",
          "consented -lapse-> no-answer",
          "consented -withdraw-> withdrawn",
          "proposed -consent-> consented",
          "proposed -refuse-> refused",
          "proposed -withdraw-> withdrawn");

  @Test
  void hasTheArrowsOfTheDiagramAndNoOther() {
    List<String> arrows = new ArrayList<>();
    for (LeadState state : STATES) {
      new TreeMap<>(MOVES)
          .forEach(
              (name, move) -> {
                if (state.after(move) instanceof LeadState.Step.To(LeadState next)) {
                  arrows.add(state.code() + " -" + name + "-> " + next.code());
                }
              });
    }

    assertEquals(ARROWS, arrows.stream().sorted().toList());
  }

  @Test
  void answersARepeatedMoveTheSame() {
    int repeated = 0;
    for (LeadState state : STATES) {
      for (LeadMove move : MOVES.values()) {
        if (state.after(move) instanceof LeadState.Step.To(LeadState next)
            && !(move instanceof LeadMove.Consent)) {
          assertEquals(new LeadState.Step.Already(), next.after(move), next.code());
          repeated++;
        }
      }
    }

    assertEquals(ARROWS.size() - 1, repeated);
  }

  @Test
  void takesNoOtherReasonForTheSameAnswer() {
    LeadState declined = new LeadState.Declined(DeclineReason.FULL);

    LeadState.Step step = declined.after(new LeadMove.Decline(DeclineReason.DOES_NOT_FIT));

    assertEquals(new LeadState.Step.Illegal(), step);
  }

  @Test
  void isShownToTheReceivingProgrammeOnlyOnceSheConsented() {
    ProgrammeId to = ProgrammeId.random(RANDOM);
    ProgrammeId from = ProgrammeId.random(RANDOM);
    Lead lead = Lead.proposed(LeadId.random(RANDOM), ConversationId.random(RANDOM), from, to, DAY);
    LeadMove consent = new LeadMove.Consent(DEVICE, Optional.empty());

    Lead consented = lead.in(new LeadState.Consented(Optional.empty()), consent, DAY);

    assertTrue(lead.isShownTo(from));
    assertFalse(lead.isShownTo(to));
    assertTrue(consented.isShownTo(to));
    assertFalse(consented.isShownTo(ProgrammeId.random(RANDOM)));
  }
}

package org.opstap.backend.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a lead has come. {@link #after} is the one place that says which step may follow which
 * (LEA-2); the diagram is in {@code lead.md}.
 */
public sealed interface LeadState {
  /** The name on the wire and in the database. */
  String code();

  /** Waits for her. */
  record Proposed() implements LeadState {
    @Override
    public String code() {
      return "proposed";
    }
  }

  /** She let a device in; the receiving programme has to answer. */
  record Consented(Optional<Instant> answerBy) implements LeadState {
    @Override
    public String code() {
      return "consented";
    }
  }

  /** The warm period: both programmes are in the conversation. */
  record Accepted() implements LeadState {
    @Override
    public String code() {
      return "accepted";
    }
  }

  /** Over: nothing follows. */
  sealed interface Ended extends LeadState {}

  record HandedOver() implements Ended {
    @Override
    public String code() {
      return "handed-over";
    }
  }

  record StaysInView() implements Ended {
    @Override
    public String code() {
      return "stays-in-view";
    }
  }

  record Refused() implements Ended {
    @Override
    public String code() {
      return "refused";
    }
  }

  record Declined(DeclineReason reason) implements Ended {
    @Override
    public String code() {
      return "declined";
    }
  }

  record NoAnswer() implements Ended {
    @Override
    public String code() {
      return "no-answer";
    }
  }

  record Withdrawn() implements Ended {
    @Override
    public String code() {
      return "withdrawn";
    }
  }

  /** What can come of a move. */
  sealed interface Step {
    record To(LeadState state) implements Step {}

    /** It was made before: the answer is the same. */
    record Already() implements Step {}

    record Illegal() implements Step {}
  }

  /** What a move makes of this state. */
  default Step after(LeadMove move) {
    LeadState next = target(move);
    if (equals(next) && !(move instanceof LeadMove.Consent)) {
      return new Step.Already();
    }
    return allows(next) ? new Step.To(next) : new Step.Illegal();
  }

  private boolean allows(LeadState next) {
    return switch (this) {
      case Proposed ignored ->
          next instanceof Consented || next instanceof Refused || next instanceof Withdrawn;
      case Consented ignored ->
          next instanceof Accepted
              || next instanceof Declined
              || next instanceof NoAnswer
              || next instanceof Withdrawn;
      case Accepted ignored ->
          next instanceof HandedOver || next instanceof StaysInView || next instanceof Withdrawn;
      case Ended ignored -> false;
    };
  }

  private static LeadState target(LeadMove move) {
    return switch (move) {
      case LeadMove.Consent(var device, var answerBy) -> new Consented(answerBy);
      case LeadMove.Refuse ignored -> new Refused();
      case LeadMove.Withdraw ignored -> new Withdrawn();
      case LeadMove.Accept ignored -> new Accepted();
      case LeadMove.Decline(DeclineReason reason) -> new Declined(reason);
      case LeadMove.Lapse ignored -> new NoAnswer();
      case LeadMove.HandOver ignored -> new HandedOver();
      case LeadMove.Stay ignored -> new StaysInView();
    };
  }
}

package org.opstap.protocol.vocabulary;

/** How a lead ended. */
public enum LeadOutcome implements Code {
  ACCEPTED("accepted"),
  FULL("full"),
  DOES_NOT_FIT("does-not-fit"),
  NO_ANSWER("no-answer"),
  WITHDRAWN("withdrawn");

  private final String code;

  LeadOutcome(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.vocabulary;

/** What somebody's papers allow. */
public enum Residence implements Code {
  LIVE_AND_WORK("live-and-work"),
  SELF_EMPLOYED_ONLY("self-employed-only"),
  NEITHER("neither"),
  VICTIM_PERMIT("victim-permit");

  private final String code;

  Residence(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

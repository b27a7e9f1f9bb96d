package org.opstap.protocol.vocabulary;

/** Whether a programme takes part. */
public enum ProgrammeState implements Code {
  ACTIVE("active"),
  SUSPENDED("suspended");

  private final String code;

  ProgrammeState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

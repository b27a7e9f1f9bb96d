package org.opstap.protocol.vocabulary;

/** What a programme asks about addiction. */
public enum AddictionCondition implements Code {
  NO_MATTER("no-matter"),
  UNDER_CONTROL("under-control"),
  TREATED_FIRST("treated-first"),
  OWN_FIELD("own-field");

  private final String code;

  AddictionCondition(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.vocabulary;

/** Age, as far as somebody says it. */
public enum AgeGroup implements Code {
  MINOR("minor"),
  FROM_18_TO_23("18-23"),
  ADULT("adult");

  private final String code;

  AgeGroup(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

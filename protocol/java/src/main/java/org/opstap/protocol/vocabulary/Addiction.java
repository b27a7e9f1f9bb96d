package org.opstap.protocol.vocabulary;

/** What somebody says about using alcohol or drugs. */
public enum Addiction implements Code {
  NONE("none"),
  UNDER_CONTROL("under-control"),
  ACTIVE("active");

  private final String code;

  Addiction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

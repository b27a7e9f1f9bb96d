package org.opstap.protocol.vocabulary;

/** Gender, as far as somebody says it. */
public enum Gender implements Code {
  FEMALE("female"),
  MALE("male"),
  TRANSGENDER("transgender"),
  OTHER("other");

  private final String code;

  Gender(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

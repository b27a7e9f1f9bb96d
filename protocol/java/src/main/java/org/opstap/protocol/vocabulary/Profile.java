package org.opstap.protocol.vocabulary;

/** How big the question is. */
public enum Profile implements Code {
  PRACTICAL_QUESTIONS("practical-questions"),
  SEVERAL_QUESTIONS("several-questions"),
  FORCED_OR_EXPLOITED("forced-or-exploited");

  private final String code;

  Profile(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

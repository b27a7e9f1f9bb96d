package org.opstap.protocol.vocabulary;

/** A condition by which a programme may not be for somebody. */
public enum Condition implements Code {
  ADDICTION("addiction"),
  RESIDENCE_NEEDED("residence-needed"),
  LANGUAGE_NEEDED("language-needed"),
  MUST_HAVE_STOPPED("must-have-stopped"),
  LIVES_OR_WORKS_IN_REGION("lives-or-works-in-region"),
  WOMEN_ONLY("women-only");

  private final String code;

  Condition(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.vocabulary;

/** An area of life that a question or a plan is about. */
public enum AreaOfLife implements Code {
  HOUSING("housing"),
  FINANCE("finance"),
  SOCIAL_NETWORK("social-network"),
  PSYCHOLOGICAL("psychological"),
  MEANING("meaning"),
  HEALTH("health"),
  PRACTICAL("practical"),
  WORK("work"),
  LEGAL("legal"),
  SAFETY("safety");

  private final String code;

  AreaOfLife(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.vocabulary;

/** A phase of a trajectory; they come in any order, also several at once. */
public enum Phase implements Code {
  CONTACT("contact"),
  ORIENTATION("orientation"),
  EXECUTION("execution"),
  AFTERCARE("aftercare");

  private final String code;

  Phase(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

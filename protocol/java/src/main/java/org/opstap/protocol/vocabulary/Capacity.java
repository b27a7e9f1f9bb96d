package org.opstap.protocol.vocabulary;

/** Whether a programme takes new people. */
public enum Capacity implements Code {
  OPEN("open"),
  WAITING_LIST("waiting-list"),
  CLOSED("closed");

  private final String code;

  Capacity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

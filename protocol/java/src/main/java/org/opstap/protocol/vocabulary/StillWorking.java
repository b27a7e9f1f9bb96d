package org.opstap.protocol.vocabulary;

/** Whether somebody still does sex work. */
public enum StillWorking implements Code {
  YES("yes"),
  NO("no");

  private final String code;

  StillWorking(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.id;

/** The kinds of identifier, each with the three letters that its texts begin with (ID-2). */
public enum Brand {
  PSEUDONYM("psn"),
  CONVERSATION("cnv"),
  PROGRAMME("prg"),
  WORKER("wrk"),
  DEVICE("dev"),
  LEAD("lea"),
  KEY_PACKAGE("kpk"),
  VAULT("vlt"),
  CARD("crd"),
  INVITATION("inv");

  private final String code;

  Brand(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}

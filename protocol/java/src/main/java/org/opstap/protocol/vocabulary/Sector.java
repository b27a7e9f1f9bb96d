package org.opstap.protocol.vocabulary;

/** Where somebody works. */
public enum Sector implements Code {
  WINDOW("window"),
  CLUB("club"),
  PRIVATE_HOUSE("private-house"),
  ESCORT_AGENCY("escort-agency"),
  INDEPENDENT_ESCORT("independent-escort"),
  HOME("home"),
  STREET("street"),
  MASSAGE("massage"),
  ONLINE("online"),
  OTHER("other");

  private final String code;

  Sector(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

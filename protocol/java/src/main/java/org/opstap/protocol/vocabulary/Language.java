package org.opstap.protocol.vocabulary;

/** A language of the pages, as a BCP 47 tag. */
public enum Language implements Code {
  NL("nl"),
  EN("en"),
  ES("es"),
  RO("ro"),
  BG("bg"),
  PL("pl"),
  PT_BR("pt-BR"),
  TH("th"),
  HU("hu");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.protocol.vocabulary;

/** What an organisation on a programme's social map helps with. */
public enum PartnerKind implements Code {
  DEBT_HELP("debt-help"),
  HOUSING("housing"),
  ADDICTION_CARE("addiction-care"),
  LEGAL("legal"),
  WORK("work"),
  HEALTH("health"),
  MENTAL_HEALTH("mental-health"),
  SAFETY("safety"),
  LANGUAGE_AND_PAPERS("language-and-papers"),
  MEETING_PEOPLE("meeting-people"),
  OTHER("other");

  private final String code;

  PartnerKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.opstap.backend.lead;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a programme does not take a lead, by the vocabulary's lead outcomes. */
public enum DeclineReason {
  FULL("full"),
  DOES_NOT_FIT("does-not-fit");

  private final String code;

  DeclineReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Empty for every other text. */
  public static Optional<DeclineReason> ofCode(String code) {
    return Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}

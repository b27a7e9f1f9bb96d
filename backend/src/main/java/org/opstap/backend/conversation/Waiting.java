package org.opstap.backend.conversation;

/** How far the care for somebody who waits for an answer has come (WAI-1). */
enum Waiting {
  /** Until the deadline the promise stands. */
  PROMISED("promised"),
  /** It was broken; the backup was told, and has until the next deadline. */
  BACKUP("backup"),
  /** That passed as well: she may go to another programme. */
  NEXT("next");

  private final String code;

  Waiting(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Whether a colleague may take the place of a fixed contact that is silent (WAI-6). */
  boolean isLate() {
    return this != PROMISED;
  }

  static Waiting ofCode(String code) {
    for (Waiting waiting : values()) {
      if (waiting.code.equals(code)) {
        return waiting;
      }
    }
    throw new IllegalArgumentException("unknown state of waiting");
  }
}

package org.opstap.backend.conversation;

import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;

/**
 * Who may read and append, and how far that has come.
 *
 * @param joinedAt sequence of the entry that opened the seat; 0 for the seeker's
 * @param acknowledged everything up to this sequence was fetched and kept
 * @param lastAppend the last accepted append; empty before the first
 * @param storedBytes of this seat's entries that are not deleted yet
 */
record Seat(
    BrandedId holder,
    State state,
    long joinedAt,
    long acknowledged,
    Optional<Append> lastAppend,
    long storedBytes) {
  /** Only a member reads and appends. */
  enum State {
    MEMBER("member"),
    /** Closed, and still in the MLS group until somebody commits the Remove (LOG-12). */
    REMOVAL_OWED("removal-owed"),
    REMOVED("removed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static State ofCode(String code) {
      for (State state : values()) {
        if (state.code.equals(code)) {
          return state;
        }
      }
      throw new IllegalArgumentException("unknown seat state");
    }
  }

  /**
   * @param digest SHA-256 of what was appended, which tells a retry from another append
   */
  record Append(long number, long sequence, Bytes digest) {}

  boolean isMember() {
    return state == State.MEMBER;
  }

  long lastNumber() {
    return lastAppend.map(Append::number).orElse(0L);
  }
}

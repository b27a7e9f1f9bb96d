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

  /** A device's new seat: it has what came before. */
  static Seat open(BrandedId holder, long joinedAt) {
    return new Seat(holder, State.MEMBER, joinedAt, joinedAt - 1, Optional.empty(), 0);
  }

  /** The seat of a holder that comes back; its append numbers and bytes go on. */
  Seat openedAgain(long sequence) {
    return new Seat(holder, State.MEMBER, sequence, sequence - 1, lastAppend, storedBytes);
  }

  Seat removed() {
    return new Seat(holder, State.REMOVED, joinedAt, acknowledged, lastAppend, storedBytes);
  }

  Seat after(Append append, long bytes) {
    return new Seat(
        holder, state, joinedAt, acknowledged, Optional.of(append), storedBytes + bytes);
  }

  Seat withStoredBytes(long bytes) {
    return new Seat(holder, state, joinedAt, acknowledged, lastAppend, bytes);
  }

  boolean isMember() {
    return state == State.MEMBER;
  }

  long lastNumber() {
    return lastAppend.map(Append::number).orElse(0L);
  }
}

package org.opstap.protocol.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Code;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.MalformedDocumentException;

/**
 * The newest status of each programme that a client has seen. Immutable. A status never goes back
 * to a lower number, and an expired one goes on revoking devices (DIR-19).
 */
public final class StatusBook {
  private static final StatusBook EMPTY = new StatusBook(Map.of());

  private final Map<ProgrammeId, Verified<ProgrammeStatus>> held;

  private StatusBook(Map<ProgrammeId, Verified<ProgrammeStatus>> held) {
    this.held = held;
  }

  public static StatusBook empty() {
    return EMPTY;
  }

  /** What came of a fetched status. */
  public sealed interface Decision {}

  /** The book with the status in it. */
  public record Accepted(StatusBook book) implements Decision {}

  /** The status doesn't count, and the book stays as it is. */
  public record Refused(Reason reason) implements Decision {}

  /** Why a status doesn't count, in the order in which reasons are looked for. */
  public enum Reason implements Code {
    MALFORMED("malformed"),
    UNKNOWN_PROGRAMME("unknown-programme"),
    BAD_SIGNATURE("bad-signature"),
    LOWER_NUMBER("lower-number"),
    CHANGED_CONTENT("changed-content");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Takes a fetched status, or says why not. */
  public Decision accept(Bytes envelope, Release release) {
    Unverified<ProgrammeStatus> unverified;
    try {
      unverified = ProgrammeStatus.FORMAT.parse(envelope);
    } catch (MalformedDocumentException e) {
      return new Refused(Reason.MALFORMED);
    }
    Programme programme =
        release.programme(unverified.unverifiedContent().programme()).orElse(null);
    if (programme == null) {
      return new Refused(Reason.UNKNOWN_PROGRAMME);
    }
    return unverified
        .verify(programme.publicKey())
        .map(this::accept)
        .orElseGet(() -> new Refused(Reason.BAD_SIGNATURE));
  }

  private Decision accept(Verified<ProgrammeStatus> fetched) {
    ProgrammeId programme = fetched.content().programme();
    Verified<ProgrammeStatus> known = held.get(programme);
    Reason reason = known == null ? null : reasonAgainst(fetched, known);
    if (reason != null) {
      return new Refused(reason);
    }
    Map<ProgrammeId, Verified<ProgrammeStatus>> next = new HashMap<>(held);
    next.put(programme, fetched);
    return new Accepted(new StatusBook(Map.copyOf(next)));
  }

  private static @Nullable Reason reasonAgainst(
      Verified<ProgrammeStatus> fetched, Verified<ProgrammeStatus> known) {
    int order = Integer.compare(fetched.content().number(), known.content().number());
    if (order < 0) {
      return Reason.LOWER_NUMBER;
    }
    return order == 0 && !fetched.equals(known) ? Reason.CHANGED_CONTENT : null;
  }

  /**
   * What a programme says about its availability at a moment: nothing, if its status is unknown or
   * expired.
   */
  public Optional<ProgrammeStatus> current(ProgrammeId programme, Instant now) {
    return Optional.ofNullable(held.get(programme))
        .map(Verified::content)
        .filter(status -> now.isBefore(status.validUntil()));
  }

  /** What all programmes say about their availability at a moment, for ranking. */
  public Map<ProgrammeId, ProgrammeStatus> current(Instant now) {
    Map<ProgrammeId, ProgrammeStatus> current = new HashMap<>();
    for (ProgrammeId programme : held.keySet()) {
      current(programme, now).ifPresent(status -> current.put(programme, status));
    }
    return Map.copyOf(current);
  }

  /** The newest status of a programme, expired or not. */
  public Optional<ProgrammeStatus> newest(ProgrammeId programme) {
    return Optional.ofNullable(held.get(programme)).map(Verified::content);
  }

  /** Whether the newest status, expired or not, revokes a device. */
  public boolean revokes(ProgrammeId programme, DeviceId device) {
    Verified<ProgrammeStatus> status = held.get(programme);
    return status != null && status.content().revokedDevices().contains(device);
  }
}

package org.opstap.protocol.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Capacity;

/**
 * The content of a programme's status, signed by the programme.
 *
 * @param number counts this programme's statuses, from 1
 * @param validUntil the moment from which it says nothing about availability any more
 * @param closedOn days on which it is closed, whatever its hours say; ascending, in
 *     Europe/Amsterdam
 * @param weeksWaiting how long the waiting list is, in weeks
 * @param tokensPerConversation how many admission tokens a new conversation costs, 1 to 10
 * @param cardsOnly whether a new conversation costs a use of a contact card instead
 * @param revokedDevices devices whose credentials don't count, whatever their dates
 */
public record ProgrammeStatus(
    ProgrammeId programme,
    int number,
    Instant validUntil,
    OpeningHours openingHours,
    List<LocalDate> closedOn,
    Capacity capacity,
    int weeksWaiting,
    int tokensPerConversation,
    boolean cardsOnly,
    List<DeviceId> revokedDevices) {

  public static final DocumentFormat<ProgrammeStatus> FORMAT =
      new DocumentFormat<>(
          "opstap-programme-status",
          "opstap programme status v1",
          ProgrammeStatusCodec.MAX_LENGTH,
          ProgrammeStatusCodec::decode,
          ProgrammeStatusCodec::encode);

  public ProgrammeStatus {
    closedOn = List.copyOf(closedOn);
    revokedDevices = List.copyOf(revokedDevices);
  }

  /** The days from today on on which it is closed, as days from today, ascending. */
  public List<Integer> closedAhead(LocalDate today) {
    return closedOn.stream()
        .filter(day -> !day.isBefore(today))
        .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(today, day)))
        .toList();
  }
}

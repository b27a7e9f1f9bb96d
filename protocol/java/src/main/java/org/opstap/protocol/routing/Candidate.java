package org.opstap.protocol.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.LanguageTag;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.vocabulary.Capacity;
import org.opstap.protocol.vocabulary.Language;

/**
 * A programme as one request sees it: its five criteria, each smaller where it fits better (RNK-7
 * to RNK-12).
 */
record Candidate(
    Programme programme,
    Place place,
    int metres,
    Availability availability,
    Reason availabilityReason,
    List<Language> spoken,
    boolean languageMissing,
    int answersWithin) {

  enum Place {
    COVERS,
    ELSEWHERE,
    NATIONAL
  }

  enum Availability {
    OPEN_NOW,
    OPEN_LATER,
    WAITING_LIST,
    UNKNOWN,
    CLOSED
  }

  /**
   * Further than anything in the country: the distance of an office that the table doesn't have.
   */
  private static final int UNKNOWN_DISTANCE = Integer.MAX_VALUE;

  static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::place)
          .thenComparing(Candidate::availability)
          .thenComparing(Candidate::languageMissing)
          .thenComparingInt(Candidate::metres)
          .thenComparing(candidate -> candidate.programme().id().toString());

  static Candidate of(
      Programme programme,
      @Nullable ProgrammeStatus status,
      RankingRequest request,
      Geography geography) {
    List<Language> spoken =
        Stream.of(Language.values())
            .filter(request.languages()::contains)
            .filter(said -> programme.languages().contains(new LanguageTag(said.code())))
            .toList();
    OpeningHours hours = status == null ? new OpeningHours(List.of()) : status.openingHours();
    List<Integer> closedAhead = closedAhead(status, request.today());
    Availability availability = availabilityOf(status, closedAhead, request.minuteOfWeek());
    return new Candidate(
        programme,
        placeOf(programme, request.municipality()),
        metresTo(programme, request.municipality(), geography),
        availability,
        reasonFor(availability, status, closedAhead, request.minuteOfWeek()),
        spoken,
        !request.languages().isEmpty() && spoken.isEmpty(),
        AnswerTime.answerWithin(
            hours, closedAhead, request.minuteOfWeek(), programme.promisedMinutes()));
  }

  private static List<Integer> closedAhead(
      @Nullable ProgrammeStatus status, @Nullable LocalDate today) {
    return status == null || today == null ? List.of() : status.closedAhead(today);
  }

  RankedProgramme ranked() {
    List<Reason> reasons = new ArrayList<>();
    switch (place) {
      case COVERS -> reasons.add(new Reason.CoversMunicipality());
      case NATIONAL -> reasons.add(new Reason.NationalFallback());
      case ELSEWHERE -> {
        if (metres != UNKNOWN_DISTANCE) {
          reasons.add(new Reason.Near(metres));
        }
      }
    }
    reasons.add(availabilityReason);
    if (!spoken.isEmpty()) {
      reasons.add(new Reason.SpeaksLanguage(spoken));
    }
    return new RankedProgramme(programme.id(), answersWithin, reasons);
  }

  private static Place placeOf(Programme programme, @Nullable Municipality said) {
    if (programme.national()) {
      return Place.NATIONAL;
    }
    boolean covers = said != null && programme.coverage().contains(said.code());
    return covers ? Place.COVERS : Place.ELSEWHERE;
  }

  private static int metresTo(
      Programme programme, @Nullable Municipality said, Geography geography) {
    if (said == null) {
      return UNKNOWN_DISTANCE;
    }
    return geography
        .find(programme.seat())
        .map(seat -> Geography.distance(seat, said))
        .orElse(UNKNOWN_DISTANCE);
  }

  private static Availability availabilityOf(
      @Nullable ProgrammeStatus status, List<Integer> closedAhead, int minute) {
    if (status == null) {
      return Availability.UNKNOWN;
    }
    return switch (status.capacity()) {
      case OPEN ->
          status.openingHours().contains(minute) && !closedAhead.contains(0)
              ? Availability.OPEN_NOW
              : Availability.OPEN_LATER;
      case WAITING_LIST -> Availability.WAITING_LIST;
      case CLOSED -> Availability.CLOSED;
    };
  }

  private static Reason reasonFor(
      Availability availability,
      @Nullable ProgrammeStatus status,
      List<Integer> closedAhead,
      int minute) {
    if (status == null) {
      return new Reason.AvailabilityUnknown();
    }
    if (status.capacity() == Capacity.WAITING_LIST) {
      return new Reason.WaitingList(status.weeksWaiting());
    }
    if (status.capacity() == Capacity.CLOSED) {
      return new Reason.NotTaking();
    }
    if (availability == Availability.OPEN_NOW) {
      return new Reason.OpenNow();
    }
    return status.openingHours().intervals().isEmpty()
        ? new Reason.HoursUnknown()
        : new Reason.OpensIn(AnswerTime.opensIn(status.openingHours(), closedAhead, minute));
  }
}

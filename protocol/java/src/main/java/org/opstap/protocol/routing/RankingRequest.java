package org.opstap.protocol.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.vocabulary.Addiction;
import org.opstap.protocol.vocabulary.Code;
import org.opstap.protocol.vocabulary.Gender;
import org.opstap.protocol.vocabulary.Language;
import org.opstap.protocol.vocabulary.Residence;
import org.opstap.protocol.vocabulary.StillWorking;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.opstap.protocol.wire.Members;

/**
 * What somebody said about herself, as far as she said anything: null and empty mean that she
 * didn't.
 *
 * @param minuteOfWeek the minute of asking, 0 to 10,079, see {@link MinuteOfWeek}
 * @param today the day of asking on the same clocks, without which days on which a programme is
 *     closed aren't heeded
 */
public record RankingRequest(
    @Nullable Municipality municipality,
    Set<Gender> gender,
    Set<Addiction> addiction,
    Set<Residence> residence,
    Set<Language> languages,
    @Nullable StillWorking stillWorking,
    int minuteOfWeek,
    @Nullable LocalDate today) {

  private static final int MINUTES_PER_DAY = 1440;

  private static final Set<String> MEMBERS =
      Set.of(
          "municipality",
          "gender",
          "addiction",
          "residence",
          "languages",
          "stillWorking",
          "minuteOfWeek",
          "today");

  /**
   * @throws IllegalArgumentException if the minute is none of a week, or of another day of it
   */
  public RankingRequest {
    gender = Set.copyOf(gender);
    addiction = Set.copyOf(addiction);
    residence = Set.copyOf(residence);
    languages = Set.copyOf(languages);
    if (minuteOfWeek < 0 || minuteOfWeek >= OpeningHours.MINUTES_PER_WEEK) {
      throw new IllegalArgumentException("not a minute of the week");
    }
    if (today != null && !isOn(today, minuteOfWeek)) {
      throw new IllegalArgumentException("the minute is of another day");
    }
  }

  /**
   * Reads a request (RNK-1).
   *
   * @throws MalformedDocumentException for an unknown member, code or municipality, or a minute
   *     that is none
   */
  public static RankingRequest decode(JsonNode json, Geography geography) {
    Members members = Members.of(json);
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      Members.require(MEMBERS.contains(names.next()));
    }
    int minute = members.integer("minuteOfWeek", 0, OpeningHours.MINUTES_PER_WEEK - 1);
    LocalDate today = json.has("today") ? members.date("today") : null;
    Members.require(today == null || isOn(today, minute));
    return new RankingRequest(
        json.has("municipality") ? municipality(members, geography) : null,
        codes(json, members, "gender", Gender.class),
        codes(json, members, "addiction", Addiction.class),
        codes(json, members, "residence", Residence.class),
        codes(json, members, "languages", Language.class),
        json.has("stillWorking") ? code(StillWorking.class, json.get("stillWorking")) : null,
        minute,
        today);
  }

  private static boolean isOn(LocalDate day, int minuteOfWeek) {
    return day.getDayOfWeek().getValue() - 1 == minuteOfWeek / MINUTES_PER_DAY;
  }

  private static Municipality municipality(Members members, Geography geography) {
    MunicipalityCode code = Members.parse(members.text("municipality", 6), MunicipalityCode::new);
    return geography.find(code).orElseThrow(MalformedDocumentException::new);
  }

  private static <E extends Enum<E> & Code> Set<E> codes(
      JsonNode json, Members members, String name, Class<E> vocabulary) {
    Set<E> codes = EnumSet.noneOf(vocabulary);
    if (json.has(name)) {
      int most = vocabulary.getEnumConstants().length;
      codes.addAll(members.list(name, most, node -> code(vocabulary, node)));
    }
    return codes;
  }

  private static <E extends Enum<E> & Code> E code(Class<E> vocabulary, JsonNode node) {
    return Code.find(vocabulary, Members.textOf(node, 40))
        .orElseThrow(MalformedDocumentException::new);
  }
}

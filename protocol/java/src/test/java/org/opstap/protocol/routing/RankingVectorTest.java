package org.opstap.protocol.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.StatusBook;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;

class RankingVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("ranking.json");
  private static final Geography GEOGRAPHY = Geography.bundled();
  private static final List<Directory> DIRECTORIES =
      VectorFile.elements(VECTORS.get("directories")).map(Directory::read).toList();

  private record Directory(Release release, Map<ProgrammeId, ProgrammeStatus> statuses) {
    static Directory read(JsonNode vector) {
      Ed25519PublicKey operator =
          new Ed25519PublicKey(Bytes.fromBase64Url(text(vector, "operator")));
      Release release =
          Release.FORMAT
              .parse(Bytes.utf8(text(vector, "release")))
              .verify(operator)
              .orElseThrow()
              .content();
      StatusBook book = StatusBook.empty();
      for (JsonNode status : vector.get("statuses")) {
        Bytes envelope = Bytes.utf8(status.textValue());
        book = ((StatusBook.Accepted) book.accept(envelope, release)).book();
      }
      return new Directory(release, book.current(Instant.parse(text(vector, "now"))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ranksEveryCase(JsonNode vector) {
    Directory directory = DIRECTORIES.get(vector.get("directory").intValue());
    RankingRequest request = RankingRequest.decode(vector.get("request"), GEOGRAPHY);
    Ranking ranking = Ranking.of(directory.release(), directory.statuses(), request, GEOGRAPHY);
    assertEquals(vector.get("expect"), RankingCodec.encode(ranking), text(vector, "name"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNoRequest(JsonNode vector) {
    assertThrows(
        MalformedDocumentException.class,
        () -> RankingRequest.decode(vector.get("request"), GEOGRAPHY));
  }

  @ParameterizedTest
  @MethodSource("answerTimes")
  void countsOnlyOpenMinutesOfAPromise(JsonNode vector) {
    List<OpeningHours.Interval> intervals =
        VectorFile.elements(vector.get("hours"))
            .map(ends -> new OpeningHours.Interval(ends.get(0).intValue(), ends.get(1).intValue()))
            .toList();
    int minutes =
        AnswerTime.answerWithin(
            new OpeningHours(intervals),
            VectorFile.elements(vector.path("closedAhead")).map(JsonNode::intValue).toList(),
            vector.get("minuteOfWeek").intValue(),
            vector.get("promisedMinutes").intValue());
    assertEquals(vector.get("expect").intValue(), minutes);
  }

  @ParameterizedTest
  @MethodSource("distances")
  void measuresEveryDistance(JsonNode vector) {
    int metres = Geography.distance(municipality(vector, "from"), municipality(vector, "to"));
    assertEquals(vector.get("metres").intValue(), metres);
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void readsDutchClocks(JsonNode vector) {
    assertEquals(
        vector.get("minuteOfWeek").intValue(),
        MinuteOfWeek.at(Instant.parse(text(vector, "moment"))));
  }

  private static Municipality municipality(JsonNode vector, String member) {
    return GEOGRAPHY.find(new MunicipalityCode(text(vector, member))).orElseThrow();
  }

  private static String text(JsonNode vector, String member) {
    return vector.get(member).textValue();
  }

  static Stream<JsonNode> cases() {
    return VectorFile.elements(VECTORS.get("cases"));
  }

  static Stream<JsonNode> refused() {
    return VectorFile.elements(VECTORS.get("refused"));
  }

  static Stream<JsonNode> answerTimes() {
    return VectorFile.elements(VECTORS.get("answerTimes"));
  }

  static Stream<JsonNode> distances() {
    return VectorFile.elements(VECTORS.get("distances"));
  }

  static Stream<JsonNode> clocks() {
    return VectorFile.elements(VECTORS.get("clocks"));
  }
}

package org.opstap.backend.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Ed25519PrivateKey;

class CoverageTest {
  private static final Geography GEOGRAPHY = Geography.bundled();
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final List<String> ALL =
      GEOGRAPHY.municipalities().stream().map(one -> one.code().value()).toList();

  @Test
  void findsNothingWhereEverythingIsCoveredOnce() {
    Coverage found = Coverage.of(List.of(programme("Oost", ALL)), GEOGRAPHY, DAY);

    assertEquals(
        List.of("white spots: none, each of the 342 municipalities is covered", "overlaps: none"),
        found.lines());
  }

  @Test
  void findsAPlantedGap() {
    List<String> covered = ALL.stream().filter(code -> !code.equals("GM0246")).toList();

    Coverage found = Coverage.of(List.of(programme("Oost", covered)), GEOGRAPHY, DAY);

    assertEquals(List.of("Heerde"), found.whiteSpots().stream().map(Municipality::name).toList());
    assertTrue(found.lines().contains("  Gelderland: Heerde (GM0246)"), found.lines().toString());
  }

  @Test
  void findsAnOverlap() {
    Coverage found =
        Coverage.of(
            List.of(programme("Oost", ALL), programme("West", List.of("GM0246"))), GEOGRAPHY, DAY);

    assertTrue(found.lines().contains("  Heerde (GM0246): Oost, West"), found.lines().toString());
  }

  @Test
  void countsNeitherSuspendedNorNationalProgrammes() {
    Stream<Programme> programmes =
        Stream.of(
            programme("Oost", ALL, entry -> entry.put("state", "suspended")),
            programme("Landelijk", List.of(), entry -> entry.put("national", true)));

    Coverage found = Coverage.of(programmes.toList(), GEOGRAPHY, DAY);

    assertEquals(342, found.whiteSpots().size());
  }

  @Test
  void findsWhatIsNoMunicipality() {
    LocalDate afterTheMerger = LocalDate.parse("2027-01-01");
    List<String> covered = Stream.concat(ALL.stream(), Stream.of("GM9999")).toList();

    List<String> lines =
        Coverage.of(List.of(programme("Oost", covered)), GEOGRAPHY, afterTheMerger).lines();

    assertTrue(
        lines.contains("Wijdemeren (GM1696) is no municipality on that day, but covered by Oost"),
        lines.toString());
    assertTrue(
        lines.contains("GM9999 is no municipality on that day, but covered by Oost"),
        lines.toString());
  }

  private static Programme programme(String name, List<String> codes) {
    return programme(name, codes, entry -> {});
  }

  private static Programme programme(
      String name, List<String> codes, java.util.function.Consumer<ObjectNode> change) {
    ObjectNode entry = ProgrammeEntry.blank(ProgrammeId.random(RANDOM), false);
    entry
        .put("name", name)
        .put("seat", "GM0200")
        .put("promisedMinutes", 60)
        .put("publicKey", Ed25519PrivateKey.generate(RANDOM).publicKey().toString());
    entry.putArray("languages").add("nl");
    codes.stream().sorted().forEach(entry.putArray("coverage")::add);
    entry.putObject("summary").put("nl", "x").put("en", "x");
    change.accept(entry);
    return ProgrammeEntry.check(entry);
  }
}

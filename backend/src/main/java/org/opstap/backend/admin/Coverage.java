package org.opstap.backend.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.vocabulary.ProgrammeState;

/**
 * Which municipalities nobody covers, and which several do. Only active programmes count, and the
 * national one doesn't: it is there where nobody else is.
 *
 * @param counted how many municipalities there are on the day
 * @param whiteSpots covered by nobody, by code
 * @param overlaps covered by more than one
 * @param unknown what is covered and isn't a municipality on the day
 */
record Coverage(
    int counted,
    List<Municipality> whiteSpots,
    Map<MunicipalityCode, List<Programme>> overlaps,
    Map<MunicipalityCode, List<Programme>> unknown,
    Geography geography) {

  static Coverage of(List<Programme> programmes, Geography geography, LocalDate day) {
    Map<MunicipalityCode, List<Programme>> covering = new TreeMap<>();
    programmes.stream()
        .filter(programme -> programme.state() == ProgrammeState.ACTIVE)
        .forEach(
            programme ->
                programme
                    .coverage()
                    .forEach(
                        code ->
                            covering
                                .computeIfAbsent(code, key -> new ArrayList<>())
                                .add(programme)));
    List<Municipality> there =
        geography.municipalities().stream().filter(one -> isThere(one, day)).toList();
    Map<MunicipalityCode, List<Programme>> overlaps = new TreeMap<>();
    there.forEach(
        one -> {
          List<Programme> several = covering.getOrDefault(one.code(), List.of());
          if (several.size() > 1) {
            overlaps.put(one.code(), several);
          }
        });
    Map<MunicipalityCode, List<Programme>> unknown = new TreeMap<>(covering);
    there.forEach(one -> unknown.remove(one.code()));
    return new Coverage(
        there.size(),
        there.stream().filter(one -> !covering.containsKey(one.code())).toList(),
        overlaps,
        unknown,
        geography);
  }

  /** For a person: what is missing first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (whiteSpots.isEmpty()) {
      lines.add("white spots: none, each of the %d municipalities is covered".formatted(counted));
    } else {
      lines.add(
          "white spots: %d of %d municipalities, where only the national programme helps"
              .formatted(whiteSpots.size(), counted));
      whiteSpots.stream()
          .collect(Collectors.groupingBy(Municipality::province, TreeMap::new, Collectors.toList()))
          .forEach((province, spots) -> lines.add("  %s: %s".formatted(province, names(spots))));
    }
    lines.add(
        overlaps.isEmpty()
            ? "overlaps: none"
            : "overlaps: %d municipalities that several programmes cover"
                .formatted(overlaps.size()));
    overlaps.forEach((code, several) -> lines.add("  " + place(code) + ": " + programmes(several)));
    unknown.forEach(
        (code, several) ->
            lines.add(
                "%s is no municipality on that day, but covered by %s"
                    .formatted(place(code), programmes(several))));
    return lines;
  }

  private static boolean isThere(Municipality one, LocalDate day) {
    LocalDate from = one.validFrom();
    LocalDate until = one.validUntil();
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  private static String names(List<Municipality> municipalities) {
    return municipalities.stream()
        .map(one -> "%s (%s)".formatted(one.name(), one.code()))
        .collect(Collectors.joining(", "));
  }

  private String place(MunicipalityCode code) {
    return geography
        .find(code)
        .map(one -> "%s (%s)".formatted(one.name(), code))
        .orElse(code.value());
  }

  private static String programmes(List<Programme> programmes) {
    return programmes.stream().map(Programme::name).collect(Collectors.joining(", "));
  }
}

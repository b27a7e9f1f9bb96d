package org.opstap.protocol.geography;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.wire.Members;

/**
 * The table of municipalities: which there are, what becomes of them, and how far apart they are.
 */
public final class Geography {
  private static final int MAX_MUNICIPALITIES = 2000;
  private static final int MAX_COORDINATE = 1_000_000;

  private final Map<MunicipalityCode, Municipality> municipalities;

  private Geography(Map<MunicipalityCode, Municipality> municipalities) {
    this.municipalities = municipalities;
  }

  /** The table that this version of the protocol comes with. */
  public static Geography bundled() {
    try (InputStream table = Geography.class.getResourceAsStream("municipalities.json")) {
      if (table == null) {
        throw new IllegalStateException("municipalities.json is missing from the build");
      }
      return decode(new JsonMapper().readTree(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws org.opstap.protocol.wire.MalformedDocumentException if it isn't one
   */
  public static Geography decode(JsonNode table) {
    Members members = Members.of(table);
    Members.require(members.integer("version", 0, Integer.MAX_VALUE) == 1);
    Map<MunicipalityCode, Municipality> byCode = new TreeMap<>();
    for (Municipality municipality :
        members.list("municipalities", MAX_MUNICIPALITIES, Geography::municipality)) {
      Members.require(byCode.put(municipality.code(), municipality) == null);
    }
    return new Geography(byCode);
  }

  public Collection<Municipality> municipalities() {
    return Collections.unmodifiableCollection(municipalities.values());
  }

  public Optional<Municipality> find(MunicipalityCode code) {
    return Optional.ofNullable(municipalities.get(code));
  }

  /**
   * What a municipality is, or has become, on a day. Empty for a code that the table doesn't have.
   */
  public Optional<Municipality> on(LocalDate day, MunicipalityCode code) {
    Municipality current = municipalities.get(code);
    for (int step = 0; current != null && hasEnded(current, day); step++) {
      MunicipalityCode successor = current.successor();
      if (successor == null || step > municipalities.size()) {
        return Optional.empty();
      }
      current = municipalities.get(successor);
    }
    return Optional.ofNullable(current);
  }

  /** Metres in a straight line between two main places, rounded down (RNK-11). */
  public static int distance(Municipality from, Municipality to) {
    long dx = from.x() - to.x();
    long dy = from.y() - to.y();
    return (int) floorOfRoot(dx * dx + dy * dy);
  }

  /** The largest whole number whose square isn't larger, by Newton's method without fractions. */
  static long floorOfRoot(long square) {
    if (square < 2) {
      return square;
    }
    long guess = 1L << ((Long.SIZE - Long.numberOfLeadingZeros(square) + 1) / 2);
    long better = (guess + square / guess) / 2;
    while (better < guess) {
      guess = better;
      better = (guess + square / guess) / 2;
    }
    return guess;
  }

  private static boolean hasEnded(Municipality municipality, LocalDate day) {
    LocalDate until = municipality.validUntil();
    return until != null && !day.isBefore(until);
  }

  private static Municipality municipality(JsonNode row) {
    Members members = Members.of(row);
    return new Municipality(
        Members.parse(members.text("code", 6), MunicipalityCode::new),
        members.text("name", 100),
        members.text("province", 100),
        members.integer("x", 0, MAX_COORDINATE),
        members.integer("y", 0, MAX_COORDINATE),
        members.dateOrNull("validFrom"),
        members.dateOrNull("validUntil"),
        successor(members),
        members.flag("planned"));
  }

  private static @Nullable MunicipalityCode successor(Members members) {
    String code = members.textOrNull("successor", 6);
    return code == null ? null : Members.parse(code, MunicipalityCode::new);
  }
}

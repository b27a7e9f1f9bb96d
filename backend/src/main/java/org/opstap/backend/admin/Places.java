package org.opstap.backend.admin;

import java.util.List;
import java.util.stream.Collectors;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.geography.MunicipalityCode;

/** Municipalities as a person names them: by name or by code. */
final class Places {
  private static final Geography GEOGRAPHY = Geography.bundled();

  private Places() {}

  /** A code with the name that it has in the table, for a person. */
  static String named(MunicipalityCode code) {
    return GEOGRAPHY
        .find(code)
        .map(one -> "%s (%s)".formatted(one.name(), code))
        .orElse(code.value());
  }

  /** The one municipality that is meant. */
  static MunicipalityCode code(String said) {
    String name = said.strip();
    List<Municipality> meant =
        GEOGRAPHY.municipalities().stream()
            .filter(one -> one.code().value().equals(name) || one.name().equalsIgnoreCase(name))
            .toList();
    if (meant.size() == 1) {
      return meant.getFirst().code();
    }
    String near =
        GEOGRAPHY.municipalities().stream()
            .filter(one -> one.name().regionMatches(true, 0, name, 0, Math.min(3, name.length())))
            .map(one -> "%s (%s)".formatted(one.name(), one.code()))
            .limit(5)
            .collect(Collectors.joining(", "));
    throw new Refusal(
        "no municipality is called %s%s"
            .formatted(name, name.isEmpty() || near.isEmpty() ? "" : "; there is " + near));
  }
}

package org.opstap.protocol.geography;

import java.util.regex.Pattern;

/** A municipality's code as Statistics Netherlands writes it: {@code GM} and four digits. */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {
  private static final Pattern SHAPE = Pattern.compile("GM[0-9]{4}");

  /**
   * @throws IllegalArgumentException if the text has another shape, with a fixed text
   */
  public MunicipalityCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("malformed municipality code");
    }
  }

  @Override
  public int compareTo(MunicipalityCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

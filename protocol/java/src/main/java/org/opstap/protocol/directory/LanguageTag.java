package org.opstap.protocol.directory;

import java.util.regex.Pattern;

/**
 * A language that a programme speaks: a language and perhaps a region, as in {@code pt-BR}
 * (DIR-13).
 */
public record LanguageTag(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  /**
   * @throws IllegalArgumentException if the text has another shape, with a fixed text
   */
  public LanguageTag {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("malformed language tag");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

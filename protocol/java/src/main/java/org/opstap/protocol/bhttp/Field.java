package org.opstap.protocol.bhttp;

import java.util.Set;

/**
 * A field line that HTTP/2 would take (RFC 9113 section 8.2): a name in lower case, no
 * pseudo-field, nothing that is about one connection (OHT-4).
 *
 * @param value one byte a character, as in ISO 8859-1
 */
public record Field(String name, String value) {
  private static final Set<String> CONNECTION_SPECIFIC =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  /** Section 8.2.2 leaves this one field with this one value. */
  private static final String ACCEPTED_CODINGS = "te";

  private static final String TRAILERS = "trailers";

  /**
   * A valid field.
   *
   * @throws MalformedBinaryHttpException for any other
   */
  public Field {
    MalformedBinaryHttpException.unless(
        !name.isEmpty()
            && name.chars().allMatch(Characters::isLowerCaseToken)
            && isValue(value)
            && !CONNECTION_SPECIFIC.contains(name)
            && (!name.equals(ACCEPTED_CODINGS) || value.equals(TRAILERS)));
  }

  private static boolean isValue(String value) {
    return value.chars().allMatch(Characters::isFieldValue)
        && (value.isEmpty()
            || (!Characters.isBlank(value.charAt(0))
                && !Characters.isBlank(value.charAt(value.length() - 1))));
  }
}

package org.opstap.protocol.bhttp;

import java.util.List;

/**
 * A response before the final one (RFC 9292 section 3.5.1).
 *
 * @param status 100 to 199
 */
public record InformationalResponse(int status, List<Field> fields) {
  private static final int FIRST = 100;

  /**
   * A valid one.
   *
   * @throws MalformedBinaryHttpException for any other
   */
  public InformationalResponse {
    fields = FieldSection.copyOf(fields);
    MalformedBinaryHttpException.unless(isInformational(status));
  }

  static boolean isInformational(long status) {
    return status >= FIRST && status < BinaryResponse.FIRST_STATUS;
  }
}

package org.opstap.backend.http;

import io.micronaut.http.HttpRequest;

/**
 * Whether a request came out of an encapsulated one. It goes through every filter like any other,
 * and is a phone's, whatever name it asks for (OHT-25).
 */
public final class Relayed {
  private static final String ATTRIBUTE = "opstap.relayed";

  private Relayed() {}

  /** From now on the request counts as one that a relay brought. */
  public static void mark(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  static boolean is(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE).isPresent();
  }
}

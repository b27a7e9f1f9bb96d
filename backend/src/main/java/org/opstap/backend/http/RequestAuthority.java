package org.opstap.backend.http;

import io.micronaut.http.HttpRequest;
import java.util.Locale;

/**
 * The value of {@code @authority} (RFC 9421 section 2.2.3) as this server sees it: the Host field
 * in lower case.
 */
public final class RequestAuthority {
  private RequestAuthority() {}

  public static String of(HttpRequest<?> request) {
    String host = request.getHeaders().get("Host");
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}

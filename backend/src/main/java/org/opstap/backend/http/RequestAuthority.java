package org.opstap.backend.http;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;

/**
 * The value of {@code @authority} (RFC 9421 section 2.2.3) as this server sees it: the one Host
 * field in lower case; nothing where there is none or more than one.
 */
public final class RequestAuthority {
  private RequestAuthority() {}

  public static String of(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll("Host");
    return hosts.size() == 1 ? hosts.getFirst().toLowerCase(Locale.ROOT) : "";
  }
}

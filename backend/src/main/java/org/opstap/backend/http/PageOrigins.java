package org.opstap.backend.http;

import java.util.List;

/**
 * Which origins a page of this server has: its host over TLS, on the own machine also without: that
 * is the last one then.
 */
public final class PageOrigins {
  private PageOrigins() {}

  /**
   * @param authority in lower case, with the port where it isn't the scheme's own
   */
  public static List<String> of(String authority) {
    return HostNames.isBehindTls(authority)
        ? List.of("https://" + authority)
        : List.of("https://" + authority, "http://" + authority);
  }

  /** The host of an authority, without the port. */
  public static String hostOf(String authority) {
    return authority.replaceFirst(":\\d+$", "");
  }
}

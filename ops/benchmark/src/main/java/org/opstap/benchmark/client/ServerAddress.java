package org.opstap.benchmark.client;

/** Where a server listens. */
public record ServerAddress(String host, int port) {
  /** The value of {@code @authority} (RFC 9421 section 2.2.3). */
  public String authority() {
    return host + ":" + port;
  }
}

package org.opstap.backend.http;

/** The version of the interface under {@code /v1}, in every answer's {@code API-Version}. */
public final class ApiVersion {
  public static final String CURRENT = "1.0.0";

  private ApiVersion() {}
}

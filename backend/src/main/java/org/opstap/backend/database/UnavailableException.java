package org.opstap.backend.database;

import java.time.Duration;

/**
 * No answer in time, or too many wait already. What was asked may or may not have been done: ask
 * again. Without a trace, since many come at once.
 */
public final class UnavailableException extends RuntimeException {
  /** A phone that is told within a second tries again; one that hears nothing gives up. */
  public static final Duration PATIENCE = Duration.ofMillis(900);

  private static final long serialVersionUID = 1L;

  public UnavailableException() {
    super("unavailable", null, false, false);
  }
}

package org.opstap.backend.database;

/**
 * No answer in time, or too many wait already. What was asked may or may not have been done: ask
 * again. Without a trace, since many come at once.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException() {
    super("unavailable", null, false, false);
  }
}

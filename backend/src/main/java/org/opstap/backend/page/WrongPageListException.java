package org.opstap.backend.page;

import java.util.Objects;

/** The list of the pages can't be served; the message says why, and what to do. */
public final class WrongPageListException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongPageListException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}

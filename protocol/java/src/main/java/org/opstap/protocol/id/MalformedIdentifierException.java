package org.opstap.protocol.id;

/**
 * A text or bytes that are no identifier of the wanted kind. The message is fixed and never repeats
 * the input.
 */
public final class MalformedIdentifierException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedIdentifierException() {
    super("malformed identifier");
  }
}

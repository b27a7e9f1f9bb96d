package org.opstap.protocol.wire;

/**
 * Bytes that are no document of the wanted format. The message is fixed and never repeats the
 * input.
 */
public final class MalformedDocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedDocumentException() {
    super("malformed document");
  }
}

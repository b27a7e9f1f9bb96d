package org.opstap.protocol.privacypass;

/** What is not the Privacy Pass structure asked for. The text is fixed and repeats no input. */
public final class MalformedTokenException extends RuntimeException {
  public MalformedTokenException() {
    super("malformed Privacy Pass structure");
  }
}

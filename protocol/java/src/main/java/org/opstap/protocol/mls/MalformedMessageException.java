package org.opstap.protocol.mls;

/** Bytes that are not the MLS structure asked for. The text is fixed and repeats no input. */
public final class MalformedMessageException extends RuntimeException {
  public MalformedMessageException() {
    super("malformed MLS message");
  }
}

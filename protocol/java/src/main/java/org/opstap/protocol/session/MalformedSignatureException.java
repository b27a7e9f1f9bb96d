package org.opstap.protocol.session;

/**
 * Signature headers that are not of the one form of SES-10. The text is fixed and repeats no input.
 */
public final class MalformedSignatureException extends RuntimeException {
  public MalformedSignatureException() {
    super("malformed request signature");
  }
}

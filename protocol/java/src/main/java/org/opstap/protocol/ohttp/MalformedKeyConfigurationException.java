package org.opstap.protocol.ohttp;

/**
 * Bytes that are not key configurations (RFC 9458 section 3), or a public key that nothing can be
 * sealed to. The text is fixed and repeats no input.
 */
public final class MalformedKeyConfigurationException extends RuntimeException {
  public MalformedKeyConfigurationException() {
    super("malformed key configuration");
  }
}

package org.opstap.protocol.ohttp;

/**
 * A response that was not sealed for this request, or was changed on its way. The text is fixed and
 * repeats no input.
 */
public final class UnopenedResponseException extends RuntimeException {
  public UnopenedResponseException() {
    super("response of Oblivious HTTP not opened");
  }
}

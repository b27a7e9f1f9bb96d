package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/** The value of {@code Authorization} that spends a token (RFC 9577 section 2.2). */
public record PrivateTokenCredentials(Token token) {
  /** A token takes 472 characters. */
  private static final int MAXIMUM_LENGTH = 1_024;

  /**
   * Reads the field. Parameters that are not known here are ignored, as the RFC demands.
   *
   * @throws MalformedTokenException if it is not the scheme PrivateToken with one token of type
   *     0x0002
   */
  public static PrivateTokenCredentials parse(String field) {
    String text = AuthenticationText.parameters(field, MAXIMUM_LENGTH).get("token");
    if (text == null) {
      throw new MalformedTokenException();
    }
    Bytes token = PaddedBase64Url.decode(text);
    return new PrivateTokenCredentials(Token.parse(token));
  }

  /** The field's value; whoever reads it may spend the token. */
  public String toFieldValue() {
    return AuthenticationText.SCHEME + " token=\"" + PaddedBase64Url.encode(token.toBytes()) + '"';
  }
}

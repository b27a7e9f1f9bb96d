package org.opstap.protocol.privacypass;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code WWW-Authenticate}: which token a request needs, and under which key (RFC 9577
 * section 2.1).
 */
public record PrivateTokenChallenge(TokenChallenge challenge, IssuerPublicKey tokenKey) {
  private static final int MAXIMUM_LENGTH = 8_192;

  /**
   * Reads the field. Parameters that are not known here are ignored, as the RFC demands.
   *
   * @throws MalformedTokenException if it is not one challenge of the scheme PrivateToken, for a
   *     token of type 0x0002 and with a key
   */
  public static PrivateTokenChallenge parse(String field) {
    Map<String, String> parameters = AuthenticationText.parameters(field, MAXIMUM_LENGTH);
    return new PrivateTokenChallenge(
        TokenChallenge.parse(PaddedBase64Url.decode(present(parameters.get("challenge")))),
        IssuerPublicKey.parse(PaddedBase64Url.decode(present(parameters.get("token-key")))));
  }

  /** The field's value. */
  public String toFieldValue() {
    return AuthenticationText.SCHEME
        + " challenge=\""
        + PaddedBase64Url.encode(challenge.toBytes())
        + "\", token-key=\""
        + PaddedBase64Url.encode(tokenKey.toBytes())
        + '"';
  }

  private static String present(@Nullable String value) {
    if (value == null) {
      throw new MalformedTokenException();
    }
    return value;
  }
}

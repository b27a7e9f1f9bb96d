package org.opstap.protocol.privacypass;

import java.util.Base64;
import org.opstap.protocol.wire.Bytes;

/** Base64url with its padding, as RFC 9577 and RFC 9578 want it, in its only canonical form. */
final class PaddedBase64Url {
  private PaddedBase64Url() {}

  static String encode(Bytes bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * @throws MalformedTokenException for anything else
   */
  static Bytes decode(String text) {
    Bytes decoded;
    try {
      decoded = Bytes.copyOf(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new MalformedTokenException();
    }
    if (!encode(decoded).equals(text)) {
      throw new MalformedTokenException();
    }
    return decoded;
  }
}

package org.opstap.backend.passkey;

import org.opstap.protocol.wire.Bytes;

/** What a browser's {@code navigator.credentials.get} gives. */
public record PasskeyAssertion(
    Bytes credentialId, Bytes clientDataJson, Bytes authenticatorData, Bytes signature) {
  boolean isTooLong() {
    return Authenticators.isTooLong(credentialId, clientDataJson, authenticatorData, signature);
  }
}

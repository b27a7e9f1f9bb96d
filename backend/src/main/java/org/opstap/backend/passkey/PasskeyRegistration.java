package org.opstap.backend.passkey;

import io.micronaut.serde.annotation.Serdeable;
import org.opstap.protocol.wire.Bytes;

/** What a browser's {@code navigator.credentials.create} gives, on the wire. */
@Serdeable
public record PasskeyRegistration(Bytes clientDataJson, Bytes attestationObject) {
  boolean isTooLong() {
    return Authenticators.isTooLong(clientDataJson, attestationObject);
  }
}

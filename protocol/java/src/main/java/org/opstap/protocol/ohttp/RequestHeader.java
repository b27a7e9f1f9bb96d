package org.opstap.protocol.ohttp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.Exchange;
import org.opstap.protocol.wire.Bytes;

/**
 * What stands in clear in front of an encapsulated request (RFC 9458 section 4.3): numbers, known
 * here or not.
 */
record RequestHeader(int keyId, int kem, SymmetricAlgorithms algorithms) {
  static final int LENGTH = 7;

  private static final Bytes LABEL = Bytes.utf8("message/bhttp request\0");

  /** Empty if the message is too short to have one. */
  static Optional<RequestHeader> of(Bytes encapsulated) {
    if (encapsulated.length() < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(encapsulated.slice(0, LENGTH).toByteArray());
    return Optional.of(
        new RequestHeader(
            Byte.toUnsignedInt(header.get()),
            Short.toUnsignedInt(header.getShort()),
            new SymmetricAlgorithms(
                Short.toUnsignedInt(header.getShort()), Short.toUnsignedInt(header.getShort()))));
  }

  static RequestHeader of(KeyConfiguration configuration, Aead aead) {
    return new RequestHeader(
        configuration.keyId(), configuration.kem().number(), SymmetricAlgorithms.with(aead));
  }

  Bytes encode() {
    ByteBuffer header =
        ByteBuffer.allocate(LENGTH)
            .put((byte) keyId)
            .putShort((short) kem)
            .putShort((short) algorithms.kdf())
            .putShort((short) algorithms.aead());
    return Bytes.copyOf(header.array());
  }

  /** Bound to this header, with a secret for the response. */
  Exchange exchange(Aead aead) {
    return new Exchange(
        aead,
        Bytes.concat(LABEL, encode()),
        ResponseSecret.EXPORTER_CONTEXT,
        ResponseSecret.length(aead));
  }
}

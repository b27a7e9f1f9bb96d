package org.opstap.protocol.hpke;

import org.opstap.protocol.wire.Bytes;

/**
 * What both ends of one encapsulation know beforehand.
 *
 * @param info what the encapsulation is bound to
 * @param exporterContext what the exported secret is for
 * @param exportLength of the exported secret, in bytes
 * @param associatedData what the message is bound to and doesn't hold
 */
public record Exchange(
    Aead aead, Bytes info, Bytes exporterContext, int exportLength, Bytes associatedData) {
  /** Without associated data. */
  public Exchange(Aead aead, Bytes info, Bytes exporterContext, int exportLength) {
    this(aead, info, exporterContext, exportLength, Bytes.empty());
  }
}

package org.opstap.protocol.hpke;

import org.opstap.protocol.wire.Bytes;

/**
 * What both ends of one encapsulation know beforehand.
 *
 * @param info what the encapsulation is bound to
 * @param exporterContext what the exported secret is for
 * @param exportLength of the exported secret, in bytes
 */
public record Exchange(Aead aead, Bytes info, Bytes exporterContext, int exportLength) {}

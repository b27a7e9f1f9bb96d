package org.opstap.backend.directory;

import org.opstap.protocol.wire.Bytes;

/** The operator of sample releases; there only while samples are. */
public interface SampleOperator {
  /** 32 bytes of Ed25519. */
  Bytes publicKey();
}

package org.opstap.backend.directory;

import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;

/** The operator of sample releases; there only while samples are. */
public interface SampleOperator {
  /** 32 bytes of Ed25519. */
  Bytes publicKey();

  /** Signs a list of the pages for phones that know samples only. */
  Verified<PageList> sign(PageList pages);
}

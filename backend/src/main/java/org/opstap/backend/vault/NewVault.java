package org.opstap.backend.vault;

import org.opstap.protocol.wire.Bytes;

/**
 * A vault as a phone makes it.
 *
 * @param locatorDigest SHA-256 of the locator, which is not kept
 * @param accessKeyDigest SHA-256 of the access key, which never comes here but with a return
 */
record NewVault(Bytes locatorDigest, Bytes accessKeyDigest, SealedState state) {
  /** Of a vault's first state. */
  static final long VERSION = 1;

  /** Whether the stored one was made by the same request, but for its state. */
  boolean opensLike(HeldVault.Stored stored) {
    return stored.locatorDigest().equals(locatorDigest)
        && stored.accessKeyDigest().equalsInConstantTime(accessKeyDigest);
  }
}

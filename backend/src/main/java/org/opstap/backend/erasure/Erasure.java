package org.opstap.backend.erasure;

import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * An erasure as one device may see it.
 *
 * @param message the request; empty where there is none that this device could read
 * @param commits those that it has not read, in order
 */
record Erasure(ConversationId conversation, Optional<Bytes> message, List<Commit> commits) {
  Erasure {
    commits = List.copyOf(commits);
  }

  /**
   * @param welcome for this device; empty for every other
   */
  record Commit(
      long sequence,
      BrandedId sender,
      long generation,
      long epoch,
      Bytes message,
      Optional<Bytes> welcome) {}
}

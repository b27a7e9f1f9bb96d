package org.opstap.backend.vault;

import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;

/** What can come of a return; whatever is not {@link Returned} has changed nothing. */
sealed interface ReturnResult {
  /** The seat is the new key's. */
  record Returned(
      PseudonymId pseudonym, ConversationId conversation, long version, SealedState state)
      implements ReturnResult {}

  /** No vault has this locator, or another access key opens it: not told apart (VLT-10). */
  record NotFound() implements ReturnResult {}

  /** The key is, or was, that of a seat. */
  record KeyTaken() implements ReturnResult {}
}

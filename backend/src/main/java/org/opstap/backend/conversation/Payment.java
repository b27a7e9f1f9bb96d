package org.opstap.backend.conversation;

import java.util.List;
import java.util.Optional;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.wire.Bytes;

/**
 * What comes with a request for a conversation, good or not.
 *
 * @param tokens beside the one that opened the pseudonym
 */
record Payment(List<Bytes> tokens, Optional<CardSecret> card) {
  Payment {
    tokens = List.copyOf(tokens);
  }
}

package org.opstap.backend.erasure;

import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * A request that says by itself who asks.
 *
 * @param message what the devices are to read; empty where there was no group to make it in
 * @param signature by the seat's key
 */
record ErasureRequest(ConversationId conversation, Optional<Bytes> message, Bytes signature) {}

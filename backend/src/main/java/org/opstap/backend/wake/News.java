package org.opstap.backend.wake;

import org.opstap.protocol.id.ConversationId;

/**
 * There is something to fetch, or the conversation's state changed.
 *
 * @param latest sequence of the newest entry
 */
public record News(ConversationId conversation, long latest) {}

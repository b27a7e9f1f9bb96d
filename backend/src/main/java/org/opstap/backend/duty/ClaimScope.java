package org.opstap.backend.duty;

import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;

/** For which Commit somebody claims: the one that leaves this epoch of this generation. */
public record ClaimScope(
    ConversationId conversation, long generation, long epoch, BrandedId claimant) {}

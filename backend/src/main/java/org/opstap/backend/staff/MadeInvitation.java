package org.opstap.backend.staff;

import java.time.Instant;
import org.opstap.protocol.id.InvitationId;

/**
 * An invitation whose text nobody but its reader has.
 *
 * @param expiresAt when it is worthless
 */
record MadeInvitation(InvitationId invitation, Instant expiresAt) {}

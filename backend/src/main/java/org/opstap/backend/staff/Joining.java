package org.opstap.backend.staff;

import java.util.Optional;
import org.opstap.backend.passkey.PasskeyRegistration;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * What a device comes with.
 *
 * @param authority of the page that it came from
 * @param publicKey signs sessions
 * @param signatureKey signs in MLS
 * @param passkey of its person
 */
record Joining(
    String authority,
    InvitationId invitation,
    Ed25519PublicKey publicKey,
    Ed25519PublicKey signatureKey,
    Optional<PasskeyRegistration> passkey) {}

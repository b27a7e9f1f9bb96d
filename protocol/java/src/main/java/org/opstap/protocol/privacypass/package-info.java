/**
 * Privacy Pass tokens of type 0x0002, "Blind RSA (2048-bit)": the wire of RFC 9577 and RFC 9578,
 * the blind signatures of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic), and the generic batch of
 * draft-ietf-privacypass-batched-tokens.
 *
 * <p>Invariant: what an issuer sees when it signs and what an origin sees when a token is spent
 * have nothing in common but the key. Decoders consume all input and bound every length before they
 * allocate. Whether a token was spent before is not known here.
 *
 * <p>Specification: {@code protocol/spec/admission.md}.
 */
@NullMarked
package org.opstap.protocol.privacypass;

import org.jspecify.annotations.NullMarked;

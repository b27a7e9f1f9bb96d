/**
 * Hybrid public key encryption (RFC 9180) in base mode: one message sealed to a public key, and a
 * secret that both ends can export. Bouncy Castle is the baseline; another {@link
 * org.opstap.protocol.hpke.HpkeProvider} opens what was sealed faster. Only the mechanisms,
 * functions and ciphers of {@code protocol/spec/oblivious-http.md} are here.
 */
@NullMarked
package org.opstap.protocol.hpke;

import org.jspecify.annotations.NullMarked;

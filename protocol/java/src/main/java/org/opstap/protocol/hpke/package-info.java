/**
 * Hybrid public key encryption (RFC 9180) in base mode: one message sealed to a public key, and a
 * secret that both ends can export. Bouncy Castle is the baseline; another provider opens what was
 * sealed behind {@link org.opstap.protocol.hpke.EncapsulationOpener}. Only the mechanisms,
 * functions and ciphers of {@code protocol/spec/oblivious-http.md} are here.
 */
@NullMarked
package org.opstap.protocol.hpke;

import org.jspecify.annotations.NullMarked;

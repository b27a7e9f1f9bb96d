/**
 * Oblivious HTTP (RFC 9458): a request is sealed to a gateway's key and sent through a relay, so
 * that the relay sees who asks but not what, and the gateway sees what is asked but not by whom.
 * Here are both ends: key configurations, requests and responses as bytes. What is inside of them
 * is read by {@code org.opstap.protocol.bhttp}, replays and routes are the server's. Decoders
 * consume all of their input, and secrets live only in {@code SecretBytes}. Specification: {@code
 * protocol/spec/oblivious-http.md}.
 */
@NullMarked
package org.opstap.protocol.ohttp;

import org.jspecify.annotations.NullMarked;

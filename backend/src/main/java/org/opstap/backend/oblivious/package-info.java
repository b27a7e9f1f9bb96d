/**
 * The gateway of Oblivious HTTP (RFC 9458): opens what a relay brings, has it answered by the same
 * routes and filters as a request that came by itself, and seals the answer. Who asked is known to
 * the relay alone, what was asked to this server alone. Nothing of an encapsulated request is
 * stored or logged. Specification: {@code protocol/spec/oblivious-http.md}.
 */
@NullMarked
package org.opstap.backend.oblivious;

import org.jspecify.annotations.NullMarked;

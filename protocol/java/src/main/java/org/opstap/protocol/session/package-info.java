/**
 * HTTP Message Signatures (RFC 9421) in the one form that sessions use, and the text that a seat's
 * key signs to mint one. What is signed is rebuilt from the request alone; the caller looks up keys
 * and compares in constant time. Specification: {@code protocol/spec/sessions.md}.
 */
@NullMarked
package org.opstap.protocol.session;

import org.jspecify.annotations.NullMarked;

/**
 * As much of MLS framing (RFC 9420 sections 5.3, 6, 10, 12.4.3.1) as a server may read, and not a
 * byte more: which group and epoch a message is for, whom a Welcome is for, whose a key package is.
 * Decoders consume all input and bound every length before they allocate. Nothing here decrypts or
 * verifies. Specification: {@code protocol/spec/conversation-log.md}.
 */
@NullMarked
package org.opstap.protocol.mls;

import org.jspecify.annotations.NullMarked;

/**
 * Bytes and JSON as they cross the wire.
 *
 * <p>Invariant: an array of bytes lives only inside {@link org.opstap.protocol.wire.Bytes} and
 * {@link org.opstap.protocol.wire.SecretBytes}; decoders consume all of their input and bound its
 * length before they allocate.
 *
 * <p>Specification: {@code protocol/spec/directory.md}, section "Documents".
 */
@NullMarked
package org.opstap.protocol.wire;

import org.jspecify.annotations.NullMarked;

/**
 * Branded identifiers: 128 random bits whose kind is part of the text and of the type.
 *
 * <p>Invariant: an identifier has exactly one text, and a text that is not that one is refused. The
 * server stores no identifier that it did not mint.
 *
 * <p>Specification: {@code protocol/spec/identifiers.md}.
 */
@NullMarked
package org.opstap.protocol.id;

import org.jspecify.annotations.NullMarked;

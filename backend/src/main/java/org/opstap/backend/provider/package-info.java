/**
 * Which library does the cryptography: the native ones where they are there and pass a self-test,
 * Bouncy Castle otherwise. Invariant: whoever does it, the bytes are the same; only their speed
 * differs. Specification: {@code protocol/spec/operations.md}, section "Providers".
 */
@NullMarked
package org.opstap.backend.provider;

import org.jspecify.annotations.NullMarked;

/**
 * Erasing: everything of a conversation goes in one transaction, and what is left tells its devices
 * so, for 35 days at most. What is left are identifiers and ciphertext; no words of anybody.
 * Specification: {@code protocol/spec/erase.md}.
 */
@NullMarked
package org.opstap.backend.erasure;

import org.jspecify.annotations.NullMarked;

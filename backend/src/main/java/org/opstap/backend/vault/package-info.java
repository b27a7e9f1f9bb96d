/**
 * Vaults: what a phone keeps of a conversation, sealed, and how a seat moves to another phone that
 * knows the return phrase.
 *
 * <p>Invariant: nothing here opens a state, and nothing ties two vaults of one phone together. A
 * state and the append that it belongs to come to be together or not at all; whoever holds the
 * seat's key is decided under the conversation's row lock.
 *
 * <p>Specification: {@code protocol/spec/vault.md}.
 */
@NullMarked
package org.opstap.backend.vault;

import org.jspecify.annotations.NullMarked;

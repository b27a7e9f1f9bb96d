/**
 * The log: one append-only, gap-free sequence of ciphertext per conversation, and the seats that
 * may read and append. Whatever decides about an append is read inside the transaction that stores
 * it, under the conversation's row lock. Nothing here can decrypt. Specification: {@code
 * protocol/spec/conversation-log.md}.
 */
@NullMarked
package org.opstap.backend.conversation;

import org.jspecify.annotations.NullMarked;

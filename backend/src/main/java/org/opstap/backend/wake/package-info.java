/**
 * Who must fetch. A wake-up says that a conversation has news and how far it is, nothing more; a
 * lost one loses nothing, since the log is the truth. An idle stream costs its connection and
 * little more: three kilobytes. Specification: {@code protocol/spec/conversation-log.md}, LOG-17 to
 * LOG-19, and {@code operations.md}, WAK-1 to WAK-5.
 */
@NullMarked
package org.opstap.backend.wake;

import org.jspecify.annotations.NullMarked;

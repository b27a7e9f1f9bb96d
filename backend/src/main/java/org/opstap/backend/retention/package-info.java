/**
 * Lets rows die on their day: entries after 30 days, pseudonyms with their conversations 24 months
 * after their last use, invitations when they are worthless, cards 30 days after they are, slots of
 * rosters with the last device of their worker, spent tokens with their key, leads 24 months after
 * they ended. Specification: {@code protocol/spec/metadata-budget.md}.
 */
@NullMarked
package org.opstap.backend.retention;

import org.jspecify.annotations.NullMarked;

/**
 * Contact cards: a worker makes them, whoever holds one gets tokens or a conversation for it, and
 * its programme sees how many uses there were in a week.
 *
 * <p>Invariant: the words of a card and the secret that they give are never stored; what is stored
 * of a use says nothing of who it was.
 *
 * <p>Specification: {@code protocol/spec/admission.md}, ADM-29 to ADM-36 and ADM-39.
 */
@NullMarked
package org.opstap.backend.card;

import org.jspecify.annotations.NullMarked;

/**
 * Blind admission: the right to open a pseudonym, without anybody knowing whose. Makes the issuer's
 * keys, signs tokens for work and for contact cards, and lets each one be spent once.
 *
 * <p>Invariant: what was signed and what is spent have nothing in common but the month. The
 * issuer's keys sign nothing else, and leave this package sealed or not at all.
 *
 * <p>Specification: {@code protocol/spec/admission.md}, ADM-13 to ADM-28, ADM-30 and ADM-33.
 */
@NullMarked
package org.opstap.backend.admission;

import org.jspecify.annotations.NullMarked;

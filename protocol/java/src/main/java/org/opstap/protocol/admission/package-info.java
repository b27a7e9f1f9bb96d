/**
 * What somebody pays for tokens with: a client puzzle or a contact card, and the header field that
 * carries it.
 *
 * <p>Invariant: nothing here names or recognises anybody; decoders consume all input and bound
 * every length and cost.
 *
 * <p>Specification: {@code protocol/spec/admission.md}, ADM-17 to ADM-20, ADM-29 and ADM-30.
 */
@NullMarked
package org.opstap.protocol.admission;

import org.jspecify.annotations.NullMarked;

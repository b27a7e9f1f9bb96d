/**
 * What clients and server agree on: identifiers, wire formats and the rules of {@code
 * protocol/spec}.
 *
 * <p>Depends on nothing else in this repository and on no framework, so that Android can use it as
 * it is. Every decoder consumes all of its input and bounds lengths before it allocates.
 */
@NullMarked
package org.opstap.protocol;

import org.jspecify.annotations.NullMarked;

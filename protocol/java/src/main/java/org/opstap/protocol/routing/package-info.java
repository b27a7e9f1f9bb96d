/**
 * Which programme fits: ranking over the directory, on the phone or, for clients that can't, on the
 * server.
 *
 * <p>Invariant: a pure function of its inputs with the same result in Java and TypeScript; what
 * somebody didn't say excludes nothing, and the national programme is always there.
 *
 * <p>Specification: {@code protocol/spec/ranking.md}.
 */
@NullMarked
package org.opstap.protocol.routing;

import org.jspecify.annotations.NullMarked;

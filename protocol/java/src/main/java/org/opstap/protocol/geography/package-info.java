/**
 * The municipalities of the Netherlands and the distances between them.
 *
 * <p>Invariant: the same table and whole numbers only, so that a phone and a server rank alike; no
 * question about a place ever leaves the device.
 *
 * <p>Specification: {@code protocol/spec/ranking.md}, section "Distance"; {@code
 * protocol/geography/README.md}.
 */
@NullMarked
package org.opstap.protocol.geography;

import org.jspecify.annotations.NullMarked;

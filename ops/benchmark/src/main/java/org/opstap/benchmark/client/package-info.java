/**
 * A client that makes real signed requests as {@code protocol/spec/sessions.md} demands them, lean
 * enough to share its processors with the server that it measures. {@link
 * org.opstap.benchmark.client.HttpConnection} and {@link org.opstap.benchmark.client.Seat} block
 * and are for setting up and for checkers; the package {@code load} drives many connections from
 * one thread.
 *
 * <p>Messages have the public framing and padding of RFC 9420 around noise: the server can't tell.
 */
@NullMarked
package org.opstap.benchmark.client;

import org.jspecify.annotations.NullMarked;

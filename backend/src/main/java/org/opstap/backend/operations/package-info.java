/**
 * What the person who runs a node sees and does: is it ready, how is it doing, stop it without
 * losing anything. None of it is a route of the server: it answers on a port of its own, on
 * loopback alone. No figure tells one user or conversation from another. Specification: {@code
 * protocol/spec/operations.md}.
 */
@NullMarked
package org.opstap.backend.operations;

import org.jspecify.annotations.NullMarked;

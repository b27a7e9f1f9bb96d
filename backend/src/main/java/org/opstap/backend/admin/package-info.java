/**
 * The operator's command line, {@code ops/admin}: programmes, invitations, and the releases of the
 * directory from the first change to the servers that serve them. It stands beside the server and
 * shares only its database: what is decided before a release lies in a file (decision 12), and the
 * key that signs it is read on another machine alone. Specification: {@code
 * protocol/spec/operations.md}, "The operator's command line"; {@code directory.md}.
 */
@NullMarked
package org.opstap.backend.admin;

import org.jspecify.annotations.NullMarked;

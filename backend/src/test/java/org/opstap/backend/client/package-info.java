/**
 * A small client of its own for HTTP tests: it signs by the specification, not by the server's
 * code.
 */
@NullMarked
package org.opstap.backend.client;

import org.jspecify.annotations.NullMarked;

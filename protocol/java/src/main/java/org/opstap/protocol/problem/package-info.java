/**
 * The closed list of what can be wrong (RFC 9457), shared with the clients through {@code
 * protocol/vectors/problems.json}. A problem says which kind it is and nothing about the input.
 * Specification: {@code protocol/spec/problems.md}.
 */
@NullMarked
package org.opstap.protocol.problem;

import org.jspecify.annotations.NullMarked;

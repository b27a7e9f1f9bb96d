/**
 * The social map of each programme: the organisations that it refers people to. The server keeps
 * what a programme has signed, for the programme's own devices, and says nothing of it to others.
 * Specification: {@code protocol/spec/social-map.md}.
 */
@NullMarked
package org.opstap.backend.socialmap;

import org.jspecify.annotations.NullMarked;

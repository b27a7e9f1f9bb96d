/**
 * Mints a ten-minute session for whoever signs a challenge with a pseudonym's or device's key.
 * Keeps no table: challenges carry their own proof, sessions their own key. Specification: {@code
 * protocol/spec/sessions.md}.
 */
@NullMarked
package org.opstap.backend.session;

import org.jspecify.annotations.NullMarked;

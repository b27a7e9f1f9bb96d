/**
 * A seeker's seat in one conversation: a key that a phone made, under an identifier that this
 * server minted. Nothing ties two of them together. Specification: {@code
 * protocol/spec/sessions.md}, SES-1 to SES-3.
 */
@NullMarked
package org.opstap.backend.pseudonym;

import org.jspecify.annotations.NullMarked;

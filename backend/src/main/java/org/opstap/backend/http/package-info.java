/**
 * The shared edge: who calls (RFC 9421 sessions), what is refused (RFC 9457 problems), how much is
 * too much. A feature sees a {@link org.opstap.backend.http.Caller}, never a header, an address or
 * a secret. Nothing here logs a request. Specification: {@code protocol/spec/sessions.md}, {@code
 * problems.md}, {@code limits.md}.
 */
@NullMarked
package org.opstap.backend.http;

import org.jspecify.annotations.NullMarked;

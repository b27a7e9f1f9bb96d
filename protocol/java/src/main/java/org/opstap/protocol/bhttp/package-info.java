/**
 * HTTP messages as bytes (RFC 9292, {@code message/bhttp}), so that a whole request or answer can
 * be encrypted. What is read is checked as strictly as HTTP/2 checks it (RFC 9113 section 8.1.1),
 * to the last byte, with bounded lengths and counts; whatever is wrong with it is a {@link
 * org.opstap.protocol.bhttp.MalformedBinaryHttpException}. What is written obeys the same rules.
 * Specification: {@code protocol/spec/oblivious-http.md}.
 */
@NullMarked
package org.opstap.protocol.bhttp;

import org.jspecify.annotations.NullMarked;

/**
 * Secrets that roll with the month: each is made from the one before and can't be stepped back, so
 * that what was sealed in a month that is forgotten stays shut. Gateway and push have a chain each.
 * Specification: {@code protocol/spec/oblivious-http.md}, OHT-20 and OHT-21, and {@code
 * protocol/spec/push.md}, PUS-5.
 */
@NullMarked
package org.opstap.backend.keychain;

import org.jspecify.annotations.NullMarked;

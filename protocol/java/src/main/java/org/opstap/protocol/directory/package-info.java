/**
 * The signed directory: releases, statuses, device credentials, and the rules by which a client
 * takes them.
 *
 * <p>Invariant: a {@link org.opstap.protocol.directory.Verified} exists only behind a signature
 * that was checked or just made; everything before that is {@link
 * org.opstap.protocol.directory.Unverified}. Time is a parameter.
 *
 * <p>Specification: {@code protocol/spec/directory.md}.
 */
@NullMarked
package org.opstap.protocol.directory;

import org.jspecify.annotations.NullMarked;

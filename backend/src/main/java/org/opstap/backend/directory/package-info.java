/**
 * The signed directory: releases by the operator, statuses by the programmes. The server keeps and
 * serves what others have signed, and follows it itself. Specification: {@code
 * protocol/spec/directory.md}, {@code ranking.md}.
 */
@NullMarked
package org.opstap.backend.directory;

import org.jspecify.annotations.NullMarked;

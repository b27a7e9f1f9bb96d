/**
 * What may be written to the log.
 *
 * <p>Nothing that a client sent is logged: no address, header, path or body. Our own lines are
 * written with care for that; the lines of libraries are cut to what can't contain any of it.
 */
@NullMarked
package org.opstap.backend.logging;

import org.jspecify.annotations.NullMarked;

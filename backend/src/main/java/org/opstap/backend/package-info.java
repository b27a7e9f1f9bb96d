/**
 * The server: {@link org.opstap.backend.Application} reads the options, starts the database if
 * there is none, and puts the features together.
 *
 * <p>Dependencies point one way: {@code protocol <- http <- feature <- Application}.
 */
@NullMarked
package org.opstap.backend;

import org.jspecify.annotations.NullMarked;

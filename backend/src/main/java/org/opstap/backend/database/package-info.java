/**
 * Where the database is: one that somebody else runs, or one that this program starts and stops.
 *
 * <p>The embedded one is a real MariaDB, bound to loopback, without any account that has no
 * password. A folder belongs to one running server; its data stay between runs, also after {@code
 * kill -9}.
 */
@NullMarked
package org.opstap.backend.database;

import org.jspecify.annotations.NullMarked;

/**
 * How many appends a second: the server, the same server with a commit for each, raw batched JDBC
 * into the same table, and an XMPP server with its archive in the same MariaDB.
 */
@NullMarked
package org.opstap.benchmark.append;

import org.jspecify.annotations.NullMarked;

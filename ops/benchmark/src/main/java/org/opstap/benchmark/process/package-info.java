/**
 * The processes that a benchmark starts and ends: MariaDB, servers; and what they use. Everything
 * listens on loopback, on ports that were free, with data in a folder of its own.
 */
@NullMarked
package org.opstap.benchmark.process;

import org.jspecify.annotations.NullMarked;

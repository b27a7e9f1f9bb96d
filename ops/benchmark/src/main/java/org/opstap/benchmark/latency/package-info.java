/**
 * From a message that is due to its arrival at the other side, which listens to its events and
 * fetches on news. Messages are due by the clock, not by the answers before them: a server that
 * stalls is charged for everything that was due meanwhile.
 */
@NullMarked
package org.opstap.benchmark.latency;

import org.jspecify.annotations.NullMarked;

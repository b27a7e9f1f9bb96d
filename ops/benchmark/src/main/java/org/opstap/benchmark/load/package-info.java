/**
 * Load from one thread: a selector over keep-alive connections, requests written when a {@link
 * org.opstap.benchmark.load.Plan} says so, answers read without making objects. Its processor time
 * counts against the same cores as the server's.
 */
@NullMarked
package org.opstap.benchmark.load;

import org.jspecify.annotations.NullMarked;

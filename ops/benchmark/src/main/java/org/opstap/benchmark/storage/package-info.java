/** What stored entries cost: appends to a log that grows, and to one of which a day expires. */
@NullMarked
package org.opstap.benchmark.storage;

import org.jspecify.annotations.NullMarked;

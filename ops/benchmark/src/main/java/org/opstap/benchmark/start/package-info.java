/** How soon the server answers after its process was started, and what it then takes of memory. */
@NullMarked
package org.opstap.benchmark.start;

import org.jspecify.annotations.NullMarked;

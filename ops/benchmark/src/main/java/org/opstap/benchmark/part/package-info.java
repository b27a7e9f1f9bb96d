/** What single parts of a request cost, measured by JMH. */
@NullMarked
package org.opstap.benchmark.part;

import org.jspecify.annotations.NullMarked;

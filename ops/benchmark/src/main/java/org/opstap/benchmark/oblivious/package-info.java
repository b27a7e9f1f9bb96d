/** What the gateway of Oblivious HTTP does for a request, measured by JMH. */
@NullMarked
package org.opstap.benchmark.oblivious;

import org.jspecify.annotations.NullMarked;

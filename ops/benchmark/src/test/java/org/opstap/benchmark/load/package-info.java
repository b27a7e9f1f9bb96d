@NullMarked
package org.opstap.benchmark.load;

import org.jspecify.annotations.NullMarked;

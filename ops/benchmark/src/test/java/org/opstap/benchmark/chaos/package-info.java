@NullMarked
package org.opstap.benchmark.chaos;

import org.jspecify.annotations.NullMarked;

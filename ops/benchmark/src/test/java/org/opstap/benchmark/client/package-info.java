@NullMarked
package org.opstap.benchmark.client;

import org.jspecify.annotations.NullMarked;

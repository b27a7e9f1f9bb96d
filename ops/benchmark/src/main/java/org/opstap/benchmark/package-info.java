/**
 * The benchmarks behind {@code ops/bench}. Each starts what it measures by itself, measures its
 * reference in the same run, and says what it found in a table and a last line of JSON. What the
 * figures have to be is in {@code RESULTS.md}.
 */
@NullMarked
package org.opstap.benchmark;

import org.jspecify.annotations.NullMarked;

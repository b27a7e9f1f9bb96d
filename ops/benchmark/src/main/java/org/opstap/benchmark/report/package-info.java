/**
 * What a benchmark says: progress, a table, a last line of JSON, and its section of the results.
 */
@NullMarked
package org.opstap.benchmark.report;

import org.jspecify.annotations.NullMarked;

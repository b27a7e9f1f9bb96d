/**
 * What {@code ops/chaos} runs: members of many conversations write and read while servers,
 * databases and the ways between them fail, and a checker compares what was acknowledged with what
 * everybody read.
 *
 * <p>A message carries a {@link org.opstap.benchmark.chaos.Marker}; the {@link
 * org.opstap.benchmark.chaos.Ledger} remembers where it was acknowledged and where it was read, and
 * {@link org.opstap.benchmark.chaos.Checker} judges that.
 */
@NullMarked
package org.opstap.benchmark.chaos;

import org.jspecify.annotations.NullMarked;

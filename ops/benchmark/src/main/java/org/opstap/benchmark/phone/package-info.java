/** The phone page in Chromium and Lighthouse, which {@code ops/benchmark/phone} drives. */
@NullMarked
package org.opstap.benchmark.phone;

import org.jspecify.annotations.NullMarked;

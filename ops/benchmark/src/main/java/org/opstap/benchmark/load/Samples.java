package org.opstap.benchmark.load;

import java.util.Arrays;

/** Every measured duration, none rounded: percentiles are exact. */
public final class Samples {
  private static final double NANOS_A_MILLI = 1e6;

  private long[] nanos = new long[1 << 16];
  private int count;
  private boolean sorted;

  public void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
    sorted = false;
  }

  public int count() {
    return count;
  }

  /**
   * @param share 0.99 for the 99th percentile
   * @return milliseconds; not a number if there are no samples
   */
  public double percentileMillis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    if (!sorted) {
      Arrays.sort(nanos, 0, count);
      sorted = true;
    }
    int index = (int) Math.ceil(share * count) - 1;
    return nanos[Math.clamp(index, 0, count - 1)] / NANOS_A_MILLI;
  }
}

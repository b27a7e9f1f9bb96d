package org.opstap.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void givesTheSampleThatSoManyAreNotAbove() {
    Samples samples = new Samples();
    for (long millis = 1_000; millis >= 1; millis--) {
      samples.add(millis * 1_000_000);
    }

    assertEquals(500, samples.percentileMillis(0.5));
    assertEquals(990, samples.percentileMillis(0.99));
    assertEquals(1_000, samples.percentileMillis(1));
  }

  @Test
  void givesNoNumberWithoutSamples() {
    assertTrue(Double.isNaN(new Samples().percentileMillis(0.5)));
  }
}

package org.opstap.benchmark.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private final Track acknowledged = new Track();
  private final Track read = new Track();

  CheckerTest() {
    read.add(1, Marker.COMMIT);
    note(2, new Marker(1, 2));
    note(3, new Marker(2, 1));
    note(4, new Marker(1, 3));
  }

  @Test
  void findsWhatIsPlanted() {
    for (int seed = 0; seed < 100; seed++) {
      assertTrue(new Plants(new SplittableRandom(seed)).areFound(), "seed " + seed);
    }
  }

  @Test
  void findsNothingInWhatIsRight() {
    assertEquals(new Verdict(3, 0, 0, 0), check());
  }

  @Test
  void findsAnAcknowledgedMessageWhoseSequenceWentToAnother() {
    acknowledged.add(4, new Marker(2, 2));

    assertEquals(new Verdict(4, 1, 0, 0), check());
  }

  @Test
  void findsAMessageThatNobodySent() {
    read.add(5, new Marker(9, 9));

    assertEquals(new Verdict(3, 0, 1, 0), check());
  }

  @Test
  void findsAGapThatNoAcknowledgedMessageFills() {
    note(6, new Marker(1, 4));

    assertEquals(new Verdict(4, 0, 0, 1), check());
  }

  @Test
  void findsAppendsOfAWriterInTheWrongOrder() {
    note(5, new Marker(1, 1));

    assertEquals(new Verdict(4, 0, 0, 1), check());
  }

  private void note(long sequence, Marker marker) {
    acknowledged.add(sequence, marker);
    read.add(sequence, marker);
  }

  private Verdict check() {
    return Checker.check(acknowledged, List.of(read));
  }
}

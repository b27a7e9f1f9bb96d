package org.opstap.benchmark.chaos;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Shows that the checker finds what it is there to find, before it is believed. */
final class Plants {
  private static final int ENTRIES = 200;
  private static final int WRITERS = 3;

  private final RandomGenerator random;
  private final Track acknowledged = new Track();
  private final Track read = new Track();

  Plants(RandomGenerator random) {
    this.random = random;
    read.add(1, Marker.COMMIT);
    for (int i = 0; i < ENTRIES; i++) {
      Marker marker = new Marker(1 + i % WRITERS, 1 + i / WRITERS);
      acknowledged.add(i + 2, marker);
      read.add(i + 2, marker);
    }
  }

  /** Whether it finds each planted fault, and none where there is none. */
  boolean areFound() {
    int place = random.nextInt(1, ENTRIES);
    Marker neighbour = Marker.of(read.marker(place));
    return checkWith(reading -> {}).isClean()
        && checkWith(reading -> reading.remove(place)).lost() == 1
        && checkWith(reading -> reading.remove(ENTRIES)).lost() == 1
        && checkWith(reading -> reading.add(ENTRIES + 2, neighbour)).duplicated() == 1
        && checkWith(reading -> reading.add(ENTRIES + 2, new Marker(1, ENTRIES))).duplicated() == 1
        && checkWith(reading -> reading.swap(place, place + 1)).disordered() > 0;
  }

  /** One member of two reads something else. */
  private Verdict checkWith(Consumer<Track> fault) {
    Track faulty = read.copy();
    fault.accept(faulty);
    return Checker.check(acknowledged, List.of(read, faulty));
  }
}

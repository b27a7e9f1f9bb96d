package org.opstap.benchmark.chaos;

import java.util.Arrays;

/** Markers with their sequences, in the order in which they were noted: ten million fit. */
final class Track {
  private long[] sequences = new long[16];
  private long[] markers = new long[16];
  private int size;

  synchronized void add(long sequence, Marker marker) {
    if (size == sequences.length) {
      sequences = Arrays.copyOf(sequences, size * 2);
      markers = Arrays.copyOf(markers, size * 2);
    }
    sequences[size] = sequence;
    markers[size] = marker.toLong();
    size++;
  }

  synchronized int size() {
    return size;
  }

  synchronized long sequence(int index) {
    return sequences[index];
  }

  synchronized long marker(int index) {
    return markers[index];
  }

  synchronized Track copy() {
    Track copy = new Track();
    copy.sequences = sequences.clone();
    copy.markers = markers.clone();
    copy.size = size;
    return copy;
  }

  /** Takes one out, as if it had never been noted. */
  synchronized void remove(int index) {
    System.arraycopy(sequences, index + 1, sequences, index, size - index - 1);
    System.arraycopy(markers, index + 1, markers, index, size - index - 1);
    size--;
  }

  /** Exchanges the markers at two places, and leaves the sequences. */
  synchronized void swap(int one, int other) {
    long marker = markers[one];
    markers[one] = markers[other];
    markers[other] = marker;
  }
}

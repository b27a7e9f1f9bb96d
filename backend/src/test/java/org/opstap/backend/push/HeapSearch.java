package org.opstap.backend.push;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks for sequences of bytes in a large file, all of them in one pass. */
final class HeapSearch {
  private static final int CHUNK = 1 << 20;

  private HeapSearch() {}

  /**
   * The names of those that are in the file.
   *
   * @param sought of two bytes at least
   */
  static Set<String> find(Path file, Map<String, byte[]> sought) throws IOException {
    BitSet beginnings = new BitSet(1 << 16);
    int longest = 0;
    for (byte[] each : sought.values()) {
      beginnings.set(pair(each, 0));
      longest = Math.max(longest, each.length);
    }
    Set<String> found = new HashSet<>();
    byte[] window = new byte[CHUNK + longest];
    int kept = 0;
    try (InputStream content = Files.newInputStream(file)) {
      while (true) {
        int read = content.readNBytes(window, kept, CHUNK);
        int end = kept + read;
        search(window, end, beginnings, sought, found);
        if (read < CHUNK) {
          return found;
        }
        kept = longest;
        System.arraycopy(window, end - kept, window, 0, kept);
      }
    }
  }

  private static void search(
      byte[] window, int end, BitSet beginnings, Map<String, byte[]> sought, Set<String> found) {
    for (int at = 0; at + 1 < end; at++) {
      if (beginnings.get(pair(window, at))) {
        for (Map.Entry<String, byte[]> each : sought.entrySet()) {
          if (isAt(window, at, end, each.getValue())) {
            found.add(each.getKey());
          }
        }
      }
    }
  }

  private static int pair(byte[] bytes, int at) {
    return (Byte.toUnsignedInt(bytes[at]) << 8) | Byte.toUnsignedInt(bytes[at + 1]);
  }

  private static boolean isAt(byte[] window, int at, int end, byte[] sought) {
    if (at + sought.length > end) {
      return false;
    }
    for (int i = 0; i < sought.length; i++) {
      if (window[at + i] != sought[i]) {
        return false;
      }
    }
    return true;
  }
}

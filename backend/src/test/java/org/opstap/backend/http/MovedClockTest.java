package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {
  private static final Clock REAL =
      Clock.fixed(Instant.parse("2026-11-23T00:30:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void goesAheadAsTheFileSaysAndKeepsThatWhileTheFileIsBeingWritten() throws IOException {
    Path file = folder.resolve("ahead");
    MovedClock clock = new MovedClock(REAL, file);
    Files.writeString(file, "86400\n");
    assertTrue(isAhead(clock, 86_400));

    Files.writeString(file, "");
    assertTrue(isAhead(clock, 86_400));

    Files.writeString(file, "172800");
    assertTrue(isAhead(clock, 172_800));
  }

  @Test
  void showsTheTimeBeforeThereIsAFile() {
    assertTrue(isAhead(new MovedClock(REAL, folder.resolve("none")), 0));
  }

  private static boolean isAhead(MovedClock clock, long seconds) {
    return clock.instant().equals(REAL.instant().plusSeconds(seconds));
  }
}

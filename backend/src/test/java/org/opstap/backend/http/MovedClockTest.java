package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {
  @TempDir Path folder;

  @Test
  void goesAheadAsTheFileSaysAndKeepsThatWhileTheFileIsBeingWritten() throws IOException {
    Path file = folder.resolve("ahead");
    MovedClock clock = new MovedClock(file);
    Files.writeString(file, "86400\n");
    assertTrue(isAhead(clock, 86_400));

    Files.writeString(file, "");
    assertTrue(isAhead(clock, 86_400));

    Files.writeString(file, "172800");
    assertTrue(isAhead(clock, 172_800));
  }

  @Test
  void showsTheTimeBeforeThereIsAFile() {
    assertTrue(isAhead(new MovedClock(folder.resolve("none")), 0));
  }

  private static boolean isAhead(MovedClock clock, long seconds) {
    Duration ahead = Duration.between(Instant.now(), clock.instant());
    return ahead.minusSeconds(seconds).abs().compareTo(Duration.ofSeconds(2)) < 0;
  }
}

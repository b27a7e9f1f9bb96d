package org.opstap.benchmark.token;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opstap.benchmark.process.Processes;

/** {@code openssl speed rsa2048} on one processor; it counts its own processor time. */
record OpenSsl(int processor) {
  private static final Pattern RESULT =
      Pattern.compile("rsa 2048 bits\\s+\\S+s\\s+\\S+s\\s+([0-9.]+)\\s+([0-9.]+)");

  String version() throws IOException {
    return Processes.output(List.of("openssl", "version")).strip();
  }

  /** Signs for so long, and verifies for as long. */
  Pace run(Duration time) throws IOException {
    String seconds = String.format(Locale.ROOT, "%d", time.toSeconds());
    String printed =
        Processes.output(
            List.of(
                "taskset",
                "-c",
                Integer.toString(processor),
                "openssl",
                "speed",
                "-seconds",
                seconds,
                "rsa2048"));
    Matcher result = RESULT.matcher(printed);
    if (!result.find()) {
      throw new IOException("openssl speed printed no result: " + printed);
    }
    return new Pace(Double.parseDouble(result.group(1)), Double.parseDouble(result.group(2)));
  }
}

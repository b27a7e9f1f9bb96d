package org.opstap.benchmark.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Project;

/** A process of {@link TokenLoop} that stays up, with all of its threads on one processor. */
final class PinnedLoop implements AutoCloseable {
  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private PinnedLoop(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static PinnedLoop start(int processor, String provider) throws IOException {
    return new PinnedLoop(
        new ProcessBuilder(
                List.of(
                    "taskset",
                    "-c",
                    Integer.toString(processor),
                    Project.java().toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TokenLoop.class.getName(),
                    provider))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Signs for so long, and verifies for as long. */
  Pace run(Duration time) throws IOException {
    return new Pace(run("sign", time), run("verify", time));
  }

  private double run(String work, Duration time) throws IOException {
    commands.write(work + " " + time.toMillis() + "\n");
    commands.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the loop has ended");
    }
    return Double.parseDouble(answer);
  }

  @Override
  public void close() {
    Processes.end(process);
  }
}

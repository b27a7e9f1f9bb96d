package org.opstap.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What can be said to every benchmark. */
public final class Options {
  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "how long each measurement lasts (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "10",
      description = "how long the same load runs before it (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--buffer-pool",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "MariaDB's buffer pool (default: ${DEFAULT-VALUE})")
  private int bufferPool;

  @Option(
      names = "--server-option",
      paramLabel = "OPTION",
      description = "option of Java for the measured server, such as -Xmx512m; may be repeated")
  private List<String> serverOptions = List.of();

  @Option(names = "--record", description = "put the figures into ops/benchmark/RESULTS.md")
  private boolean record;

  public Duration time() {
    return Duration.ofSeconds(seconds);
  }

  public Duration warmUp() {
    return Duration.ofSeconds(warmUp);
  }

  public int bufferPool() {
    return bufferPool;
  }

  /** Those of {@code ops/run}, and what was said on the command line. */
  public List<String> serverOptions() {
    List<String> all =
        new ArrayList<>(List.of(System.getProperty("opstap.server-flags", "").split(" ")));
    all.removeIf(String::isBlank);
    all.addAll(serverOptions);
    return List.copyOf(all);
  }

  /** Those of the reference: the same server with a transaction for each message. */
  public List<String> commitEach() {
    List<String> all = new ArrayList<>(serverOptions());
    all.add("-Dopstap.append.batch=1");
    all.add("-Dopstap.append.writers=16");
    return List.copyOf(all);
  }

  public boolean record() {
    return record;
  }
}

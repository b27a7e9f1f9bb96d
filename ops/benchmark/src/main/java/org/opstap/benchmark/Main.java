package org.opstap.benchmark;

import org.opstap.benchmark.append.AppendBenchmark;
import org.opstap.benchmark.latency.LatencyBenchmark;
import org.opstap.benchmark.oblivious.ObliviousBenchmark;
import org.opstap.benchmark.part.PartsBenchmark;
import org.opstap.benchmark.phone.PhoneBenchmark;
import org.opstap.benchmark.start.StartBenchmark;
import org.opstap.benchmark.storage.ExpiryBenchmark;
import org.opstap.benchmark.storage.GrowthBenchmark;
import org.opstap.benchmark.streams.StreamsBenchmark;
import org.opstap.benchmark.token.TokensBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of {@code ops/bench}. */
@Command(
    name = "ops/bench",
    description = "Measures the server against a reference in the same run.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    subcommands = {
      AppendBenchmark.class,
      LatencyBenchmark.class,
      StreamsBenchmark.class,
      GrowthBenchmark.class,
      ExpiryBenchmark.class,
      StartBenchmark.class,
      PartsBenchmark.class,
      TokensBenchmark.class,
      ObliviousBenchmark.class,
      PhoneBenchmark.class,
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (e, commandLine, parsed) -> {
                  e.printStackTrace();
                  return 1;
                })
            .execute(arguments));
  }
}

package org.opstap.benchmark.part;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ops/bench parts}. */
@Command(
    name = "parts",
    description = "What single parts of a request cost, against a reference each (JMH).",
    mixinStandardHelpOptions = true)
public final class PartsBenchmark implements Callable<Integer> {
  static final ConversationId CONVERSATION = ConversationId.fromBytes(Bytes.copyOf(new byte[16]));

  private static final Map<Class<?>, List<String>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put(SignaturePart.class, List.of("signature", "one SHA-256 and one HMAC"));
    PARTS.put(FramingPart.class, List.of("framing", "decoding its base64url"));
    PARTS.put(PuzzlePart.class, List.of("puzzle", "one SHA-256 of its 4 MiB"));
    PARTS.put(RankingPart.class, List.of("ranking", "writing the answer as JSON"));
  }

  @Option(names = "--record", description = "put the figures into ops/benchmark/RESULTS.md")
  private boolean record;

  @Override
  public Integer call() throws IOException, RunnerException {
    Table table = new Table("part", "µs", "reference", "µs", "ratio");
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Map.Entry<Class<?>, List<String>> part : PARTS.entrySet()) {
      Map<String, Double> micros = run(part.getKey());
      double measured = micros.getOrDefault("measured", Double.NaN);
      double reference = micros.getOrDefault("reference", Double.NaN);
      ratios.put(part.getValue().getFirst(), measured / reference);
      table.row(
          part.getValue().getFirst(),
          "%.2f".formatted(measured),
          part.getValue().getLast(),
          "%.2f".formatted(reference),
          "%.2f".formatted(measured / reference));
    }
    Report report =
        new Report("parts", "none")
            .table(table)
            .note("JMH, one thread, two forks of five seconds after as much warming up.")
            .figure("vsReference", ratios);
    report.print();
    if (record) {
      report.record();
    }
    return 0;
  }

  private static Map<String, Double> run(Class<?> part) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("^" + part.getName().replace(".", "\\.") + "\\.")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .forks(2)
                    .warmupIterations(5)
                    .measurementIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    Map<String, Double> micros = new LinkedHashMap<>();
    results.forEach(
        result ->
            micros.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore()));
    return micros;
  }
}

package org.opstap.benchmark.oblivious;

import static java.lang.Double.NaN;

import java.io.IOException;
import java.util.HashMap;
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
import org.opstap.benchmark.oblivious.ExchangePart.Opener;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ops/bench ohttp}. */
@Command(
    name = "ohttp",
    description =
        "How many requests of 512 bytes the gateway opens, reads and answers on one core.",
    mixinStandardHelpOptions = true)
public final class ObliviousBenchmark implements Callable<Integer> {
  private static final double X25519_GOAL = 10_000;
  private static final double X_WING_GOAL = 5_000;

  @Option(names = "--record", description = "put the figures into ops/benchmark/RESULTS.md")
  private boolean record;

  @Override
  public Integer call() throws IOException, RunnerException {
    Map<String, Double> rates = run();
    double agreements = rates.getOrDefault(key("reference", "X25519", Opener.BOUNCY_CASTLE), NaN);
    double x25519 = rates.getOrDefault(key("measured", "X25519", Opener.CONSCRYPT), NaN);
    double xWing = rates.getOrDefault(key("measured", "X_WING", Opener.CONSCRYPT), NaN);
    Table table =
        new Table("gateway requests of 512 bytes", "a second", "µs", "against a bare one");
    for (Opener opener : Opener.values()) {
      for (String kem : List.of("X25519", "X_WING")) {
        double rate = rates.getOrDefault(key("measured", kem, opener), NaN);
        table.row(
            kem.replace('_', '-') + ", " + opener.text(),
            rate(rate),
            micros(rate),
            ratio(rate, agreements));
      }
    }
    Report report =
        new Report("ohttp", "none")
            .table(
                table.row(
                    "one X25519 agreement, bare, Bouncy Castle",
                    rate(agreements),
                    micros(agreements),
                    "1"))
            .table(
                new Table("mark", "asked", "measured")
                    .row("X25519 a second", rate(X25519_GOAL), rate(x25519))
                    .row("X-Wing a second", rate(X_WING_GOAL), rate(xWing)))
            .note(
                "JMH, one thread, two forks of five seconds after as much warming up. Opening,"
                    + " reading, writing an answer of 1 KiB and sealing it; without the network"
                    + " and the route that answers. The server takes Conscrypt where it is there.")
            .figure("x25519PerSecond", x25519)
            .figure("xwingPerSecond", xWing)
            .figure("agreementsPerSecond", agreements)
            .figure("x25519VsAgreement", x25519 / agreements)
            .figure("xwingVsAgreement", xWing / agreements);
    report.print();
    if (record) {
      report.record();
    }
    return 0;
  }

  private static String key(String method, String kem, Opener opener) {
    return String.join(" ", method, kem, opener.name());
  }

  /** Operations a second by method, mechanism and provider. */
  private static Map<String, Double> run() throws RunnerException {
    Map<String, Double> rates = new HashMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include("^" + ExchangePart.class.getName().replace(".", "\\.") + "\\.")
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .jvmArgs("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                    .threads(1)
                    .forks(2)
                    .warmupIterations(5)
                    .measurementIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run()) {
      rates.put(
          key(
              result.getPrimaryResult().getLabel(),
              result.getParams().getParam("kem"),
              Opener.valueOf(result.getParams().getParam("opener"))),
          result.getPrimaryResult().getScore());
    }
    return rates;
  }

  private static String rate(double perSecond) {
    return "%,.0f".formatted(perSecond);
  }

  private static String micros(double perSecond) {
    return "%.1f".formatted(TimeUnit.SECONDS.toMicros(1) / perSecond);
  }

  private static String ratio(double rate, double reference) {
    return "%.2f".formatted(rate / reference);
  }
}

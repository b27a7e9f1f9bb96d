package org.opstap.benchmark.oblivious;

import java.io.IOException;
import java.util.HashMap;
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
    double agreements = rates.getOrDefault("reference X25519", Double.NaN);
    double x25519 = rates.getOrDefault("measured X25519", Double.NaN);
    double xWing = rates.getOrDefault("measured X_WING", Double.NaN);
    Report report =
        new Report("ohttp", "none")
            .table(
                new Table("gateway requests of 512 bytes", "a second", "µs", "against a bare one")
                    .row("X25519", rate(x25519), micros(x25519), ratio(x25519, agreements))
                    .row("X-Wing", rate(xWing), micros(xWing), ratio(xWing, agreements))
                    .row("one X25519 agreement, bare", rate(agreements), micros(agreements), "1"))
            .table(
                new Table("mark", "asked", "measured")
                    .row("X25519 a second", rate(X25519_GOAL), rate(x25519))
                    .row("X-Wing a second", rate(X_WING_GOAL), rate(xWing)))
            .note(
                "JMH, one thread, two forks of five seconds after as much warming up. Opening,"
                    + " reading, writing an answer of 1 KiB and sealing it, by Bouncy Castle;"
                    + " without the network and the route that answers.")
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

  /** Operations a second by method and mechanism. */
  private static Map<String, Double> run() throws RunnerException {
    Map<String, Double> rates = new HashMap<>();
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include("^" + ExchangePart.class.getName().replace(".", "\\.") + "\\.")
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .jvmArgs("-XX:+UseSerialGC")
                    .threads(1)
                    .forks(2)
                    .warmupIterations(5)
                    .measurementIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run()) {
      rates.put(
          result.getPrimaryResult().getLabel() + " " + result.getParams().getParam("kem"),
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

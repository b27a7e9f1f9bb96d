package org.opstap.benchmark.token;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ops/bench tokens}. */
@Command(
    name = "tokens",
    description = "Issuing and verifying tokens on one thread, against openssl speed rsa2048.",
    mixinStandardHelpOptions = true)
public final class TokensBenchmark implements Callable<Integer> {
  private static final String SIGN_MARK = "0.85";
  private static final String VERIFY_MARK = "0.8";

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "how long each part of a round lasts (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "how long each loop runs before (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "of all three in turns; the median counts (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--processor",
      defaultValue = "0",
      description = "the one that all of them run on (default: ${DEFAULT-VALUE})")
  private int processor;

  @Option(names = "--record", description = "put the figures into ops/benchmark/RESULTS.md")
  private boolean record;

  /** What one round found, each on the same processor. */
  private record Round(Pace openSsl, Pace corretto, Pace bouncyCastle) {}

  @Override
  public Integer call() throws IOException {
    OpenSsl openSsl = new OpenSsl(processor);
    List<Round> found = new ArrayList<>();
    try (PinnedLoop corretto = PinnedLoop.start(processor, TokenLoop.CORRETTO);
        PinnedLoop bouncyCastle = PinnedLoop.start(processor, TokenLoop.BOUNCY_CASTLE)) {
      Progress.say("warming up");
      for (PinnedLoop loop : List.of(corretto, bouncyCastle)) {
        Pace unused = loop.run(Duration.ofSeconds(warmUp));
      }
      Duration time = Duration.ofSeconds(seconds);
      for (int i = 1; i <= rounds; i++) {
        Round round = new Round(openSsl.run(time), corretto.run(time), bouncyCastle.run(time));
        found.add(round);
        Progress.say(
            "round %d of %d: signs %.2f, verifies %.2f of OpenSSL"
                .formatted(
                    i,
                    rounds,
                    round.corretto().signs() / round.openSsl().signs(),
                    round.corretto().verifies() / round.openSsl().verifies()));
      }
    }
    Report report = report(openSsl.version(), found);
    report.print();
    if (record) {
      report.record();
    }
    return 0;
  }

  private Report report(String version, List<Round> found) {
    double signs = median(found, round -> round.corretto().signs() / round.openSsl().signs());
    double verifies =
        median(found, round -> round.corretto().verifies() / round.openSsl().verifies());
    Table table = new Table("a second, on one processor", "signed", "verified");
    row(table, "OpenSSL", found, Round::openSsl);
    row(table, "tokens, Corretto", found, Round::corretto);
    row(table, "tokens, Bouncy Castle", found, Round::bouncyCastle);
    return new Report("tokens", "none")
        .table(table)
        .table(
            new Table("mark", "asked", "measured")
                .row("issued against OpenSSL's signatures", SIGN_MARK, "%.2f".formatted(signs))
                .row("verified against OpenSSL's", VERIFY_MARK, "%.2f".formatted(verifies)))
        .note(
            "%s, `openssl speed rsa2048`: the bare operation over the same few bytes, PKCS #1 v1.5. A token is read from its bytes; a signature is checked before it goes out, and the bytes of the answer are made; a verification has PSS with SHA-384 and the digest of the challenge. One thread each, pinned to the same processor, %d rounds of %d s in turns; medians, for the ratios those of the rounds. All count processor time; the Java loops with that of compiler and collector."
                .formatted(version, rounds, seconds))
        .figure("signVsOpenssl", signs)
        .figure("verifyVsOpenssl", verifies)
        .figure("signsPerSecond", median(found, round -> round.corretto().signs()))
        .figure("verifiesPerSecond", median(found, round -> round.corretto().verifies()))
        .figure("opensslSignsPerSecond", median(found, round -> round.openSsl().signs()))
        .figure("opensslVerifiesPerSecond", median(found, round -> round.openSsl().verifies()));
  }

  private static void row(Table table, String name, List<Round> found, Function<Round, Pace> part) {
    table.row(
        name,
        "%,.0f".formatted(median(found, round -> part.apply(round).signs())),
        "%,.0f".formatted(median(found, round -> part.apply(round).verifies())));
  }

  private static double median(List<Round> found, ToDoubleFunction<Round> figure) {
    double[] sorted = found.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}

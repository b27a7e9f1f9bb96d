package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.opstap.benchmark.report.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ops/chaos}. */
@Command(
    name = "ops/chaos",
    description = "Breaks what the server stands on while many write, and compares what they read.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class Chaos implements Callable<Integer> {
  private static final long SHORT_MESSAGES = 4_000;
  private static final int SHORT_CONVERSATIONS = 100;

  private static final long LONG_MESSAGES = 1_000_000;
  private static final int LONG_CONVERSATIONS = 3_000;
  private static final int ROUNDS = 2;

  @Option(names = "--short", description = "server and database killed; ends within a minute")
  private boolean quick;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description = "acknowledged at least (default: 1000000; 4000 with --short)")
  private Optional<Long> messages = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "when and in which order things break (default: another one each time)")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "only faults whose line has these words, such as SIGSTOP or \"silent for ever\"")
  private String only = "";

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Chaos())
            .setExecutionExceptionHandler(
                (e, commandLine, parsed) -> {
                  e.printStackTrace();
                  return 1;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long drawn = seed.orElseGet(() -> System.nanoTime() & 0xffff_ffffL);
    Progress.say("seed " + drawn);
    RandomGenerator random = new SplittableRandom(drawn);
    if (!new Plants(random).areFound()) {
      System.err.println("the checker doesn't find what was planted");
      return 1;
    }
    Progress.say("the checker finds a planted loss, duplicate and disorder, and nothing else");
    Verdict verdict = quick ? quick(random) : all(random);
    System.out.println(verdict.toJson());
    return verdict.isClean() ? 0 : 1;
  }

  private Verdict quick(RandomGenerator random) throws IOException, InterruptedException {
    return new Scene(SHORT_CONVERSATIONS, messages.orElse(SHORT_MESSAGES), random, only).killed();
  }

  private Verdict all(RandomGenerator random) throws IOException, InterruptedException {
    long count = messages.orElse(LONG_MESSAGES);
    int conversations = count < LONG_MESSAGES ? SHORT_CONVERSATIONS * 2 : LONG_CONVERSATIONS;
    // The shorter one first.
    Optional<Verdict> onASmallDisk =
        new Scene(SHORT_CONVERSATIONS, Math.min(count, SHORT_MESSAGES), random, only)
            .onASmallDisk();
    onASmallDisk.ifPresent(found -> Progress.say(found.toJson()));
    Verdict ofTwoNodes = new Scene(conversations, count, random, only).ofTwoNodes(ROUNDS);
    return onASmallDisk.map(ofTwoNodes::plus).orElse(ofTwoNodes);
  }
}

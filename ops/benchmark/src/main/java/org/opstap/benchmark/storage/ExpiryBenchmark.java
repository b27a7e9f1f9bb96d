package org.opstap.benchmark.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.load.PacedAppends;
import org.opstap.benchmark.load.Samples;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench expiry}. */
@Command(
    name = "expiry",
    description = "How long appends take while a day of entries expires.",
    mixinStandardHelpOptions = true)
public final class ExpiryBenchmark implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final Duration SPARE = Duration.ofSeconds(60);

  /** A drop that is over sooner is still given that long to show what it does. */
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  @Mixin private Options options = new Options();

  @Option(
      names = "--entries",
      defaultValue = "1000000",
      description = "that expire (default: ${DEFAULT-VALUE})")
  private int entries;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "appends a second (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--conversations",
      defaultValue = "2000",
      description = "that are appended to (default: ${DEFAULT-VALUE})")
  private int conversations;

  @Option(names = "--rounds", defaultValue = "3", description = "the median counts (default: 3)")
  private int rounds;

  private record Round(
      double before, double during, double slowest, double dropMillis, long refused) {
    double ratio() {
      return during / before;
    }
  }

  private record Dropped(long from, long to) {}

  private final List<Round> measured = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool());
        Server server =
            Server.start(
                database, folder.path().resolve("server"), options.serverOptions(), List.of())) {
      Population population = Population.of(server.address(), server.data(), CONNECTIONS, 2);
      population.converse(conversations, Progress.of("conversations", conversations));
      Expiry expiry = new Expiry(database);
      Filler filler = new Filler(database);
      for (int round = 1; round <= rounds; round++) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(round);
        filler.fillScattered(day, entries, Progress.of("entries", entries));
        filler.rest();
        population.keepAlive(
            options.time().plus(options.warmUp()).plus(SPARE),
            Progress.of("sessions", population.workers().size() + conversations));
        measure(server, population, expiry, day);
      }
      boolean partitioned = !expiry.partition(LocalDate.now(ZoneOffset.UTC)).isEmpty();
      Report report = report(database.value("SELECT VERSION()"), partitioned);
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  private void measure(Server server, Population population, Expiry expiry, LocalDate day)
      throws IOException {
    Duration whole = options.warmUp().plus(options.time()).plus(SHORTEST.multipliedBy(2));
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      PacedAppends appends = new PacedAppends(population.members(), rate, whole);
      long from = System.nanoTime() + options.warmUp().toNanos();
      Future<Dropped> drop = thread.submit(() -> drop(expiry, day));
      PacedAppends unused = appends.on(loop);
      Dropped dropped = drop.get();
      Samples before = appends.dueBetween(from, dropped.from());
      Samples during =
          appends.dueBetween(
              dropped.from(), Math.max(dropped.to(), dropped.from() + SHORTEST.toNanos()));
      Round round =
          new Round(
              before.percentileMillis(0.99),
              during.percentileMillis(0.99),
              during.percentileMillis(1),
              (dropped.to() - dropped.from()) / 1e6,
              appends.refused());
      measured.add(round);
      Progress.say(
          "p99 %.1f ms before, %.1f ms during a drop of %,.0f ms"
              .formatted(round.before(), round.during(), round.dropMillis()));
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }

  private Dropped drop(Expiry expiry, LocalDate day) throws IOException, SQLException {
    Processes.pause(options.warmUp().plus(options.time()));
    long from = System.nanoTime();
    expiry.drop(day);
    return new Dropped(from, System.nanoTime());
  }

  private Report report(String version, boolean partitioned) {
    Table table =
        new Table(
            "round",
            "p99 before ms",
            "p99 during ms",
            "slowest during ms",
            "ratio",
            "drop ms",
            "refused");
    for (Round round : measured) {
      table.row(
          Integer.toString(measured.indexOf(round) + 1),
          "%.1f".formatted(round.before()),
          "%.1f".formatted(round.during()),
          "%.1f".formatted(round.slowest()),
          "%.2f".formatted(round.ratio()),
          "%,.0f".formatted(round.dropMillis()),
          Long.toString(round.refused()));
    }
    List<Round> sorted = new ArrayList<>(measured);
    sorted.sort(Comparator.comparing(Round::ratio));
    double ratio = sorted.get(sorted.size() / 2).ratio();
    return new Report("expiry", version)
        .table(table)
        .table(
            new Table("mark", "asked", "measured")
                .row("p99 during against before, median", "2", "%.2f".formatted(ratio)))
        .note(
            "%,d appends a second in an open loop; %,d entries of the day are %s. Before: the %d s until then; during: from the start of the drop to its end, and at least %d s. Buffer pool %d MB."
                .formatted(
                    rate,
                    entries,
                    partitioned
                        ? "dropped with their partition"
                        : "deleted: there are no partitions",
                    options.time().toSeconds(),
                    SHORTEST.toSeconds(),
                    options.bufferPool()))
        .figure("p99Ratio", ratio);
  }
}

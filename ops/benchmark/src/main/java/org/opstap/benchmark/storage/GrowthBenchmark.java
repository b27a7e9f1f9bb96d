package org.opstap.benchmark.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.load.AppendPlan;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench growth}. */
@Command(
    name = "growth",
    description = "Appends a second with more and more stored entries.",
    mixinStandardHelpOptions = true)
public final class GrowthBenchmark implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final int ENTRY_DAYS = 30;

  /** From this size on filling takes long enough to tell of it. */
  private static final int LARGE = 1_000_000;

  private static final Duration SPARE = Duration.ofSeconds(60);

  @Mixin private Options options = new Options();

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "10000,1000000,10000000",
      description = "stored entries (default: ${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--conversations",
      defaultValue = "5000",
      description = "that are appended to (default: ${DEFAULT-VALUE})")
  private int conversations;

  private record Measured(double perSecond, double p99, String stored, String bytes) {}

  private final Map<Integer, Measured> measured = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool());
        Server server =
            Server.start(
                database, folder.path().resolve("server"), options.serverOptions(), List.of())) {
      Population population = Population.of(server.address(), server.data(), CONNECTIONS, 2);
      population.converse(conversations, Progress.of("conversations", conversations));
      // The first size is the reference: it is not to be the one with the cold server.
      append(server, population, options.warmUp().multipliedBy(3));
      Filler filler = new Filler(database);
      int before = 0;
      int emptyDay = 1;
      for (int size : sizes) {
        emptyDay = fill(filler, emptyDay, before, size);
        before = size;
        filler.rest();
        population.keepAlive(
            options.time().plus(options.warmUp()).plus(SPARE),
            Progress.of("sessions", population.workers().size() + conversations));
        // Counting reads all that is stored, and what the server works on is in memory no more.
        String stored = database.value("SELECT COUNT(*) FROM entry");
        AppendPlan unused = append(server, population, options.warmUp());
        note(size, append(server, population, options.time()), stored, database);
      }
      Report report = report(database.value("SELECT VERSION()"));
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  private static AppendPlan append(Server server, Population population, Duration time)
      throws IOException {
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      return new AppendPlan(population.members(), time).on(loop);
    }
  }

  /**
   * The last of the 30 days, which the server adds to, gets its part of them in the order in which
   * a server adds; the others go into days that are still empty, as many into each as the whole log
   * will have in a day.
   */
  private int fill(Filler filler, int firstEmptyDay, int before, int size) throws SQLException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    int added = size - before;
    int scattered = added / ENTRY_DAYS;
    filler.fillScattered(today.plusDays(ENTRY_DAYS), scattered, unused -> {});
    int perDay = Math.max(1, sizes.getLast() / ENTRY_DAYS);
    int day = firstEmptyDay;
    for (int done = scattered; done < added; day++) {
      // What the last day before the server's gets is what is left.
      int entries = day == ENTRY_DAYS - 1 ? added - done : Math.min(perDay, added - done);
      filler.fillEmpty(today.plusDays(day), entries);
      done += entries;
      if (size >= LARGE) {
        Progress.say("%,d of %,d entries".formatted(before + done, size));
      }
    }
    return day;
  }

  private void note(int size, AppendPlan plan, String stored, MariaDb database)
      throws SQLException {
    String bytes =
        database.value(
            "SELECT ROUND(SUM(DATA_LENGTH + INDEX_LENGTH) / 1048576) FROM"
                + " information_schema.TABLES WHERE TABLE_SCHEMA = 'opstap' AND TABLE_NAME ="
                + " 'entry'");
    measured.put(
        size, new Measured(plan.perSecond(), plan.samples().percentileMillis(0.99), stored, bytes));
    Progress.say("%,d entries: %,.0f a second".formatted(size, plan.perSecond()));
  }

  private Report report(String version) {
    Table table =
        new Table(
            "filled in", "stored before warming up", "MB", "appends a second", "p99 ms", "ratio");
    double first = measured.values().iterator().next().perSecond();
    double ratio = 1;
    Map<String, Double> rates = new LinkedHashMap<>();
    for (Map.Entry<Integer, Measured> each : measured.entrySet()) {
      Measured found = each.getValue();
      ratio = found.perSecond() / first;
      rates.put(Integer.toString(each.getKey()), found.perSecond());
      table.row(
          "%,d".formatted(each.getKey()),
          "%,d".formatted(Long.parseLong(found.stored())),
          found.bytes(),
          "%,.0f".formatted(found.perSecond()),
          "%.1f".formatted(found.p99()),
          "%.2f".formatted(ratio));
    }
    return new Report("growth", version)
        .table(table)
        .table(
            new Table("mark", "asked", "measured")
                .row("the last against the first", "0.9", "%.2f".formatted(ratio)))
        .note(
            "Buffer pool %d MB. Entries of 1 KiB, made by SQL and written to disk before measuring: a thirtieth of each size on the day that the server adds to, the others on the days before it, a thirtieth of the largest size on each; appends over %d connections to %,d conversations for %d s, after %d s of warming up, which are stored as well. One server for all sizes."
                .formatted(
                    options.bufferPool(),
                    CONNECTIONS,
                    conversations,
                    options.time().toSeconds(),
                    options.warmUp().toSeconds()))
        .figure("ratio", ratio)
        .figure("perSecond", rates);
  }
}

package org.opstap.benchmark.append;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.process.Ejabberd;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench append}. */
@Command(
    name = "append",
    description =
        "Appends of 1 KiB a second, against a commit for each and against raw batched JDBC.",
    mixinStandardHelpOptions = true)
public final class AppendBenchmark implements Callable<Integer> {
  private static final Duration SPARE = Duration.ofSeconds(60);
  private static final String BATCHED = "server";
  private static final String EACH = "server, a commit for each";
  private static final String EJABBERD = "ejabberd with its archive";
  private static final String JDBC = "raw JDBC, 128 rows a statement";

  @Mixin private Options options = new Options();

  @Option(names = "--connections", defaultValue = "64", description = "(default: ${DEFAULT-VALUE})")
  private int connections;

  @Option(
      names = "--conversations",
      defaultValue = "5000",
      description = "(default: ${DEFAULT-VALUE})")
  private int conversations;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "each is measured that often, in turns; the median counts (default: 3)")
  private int rounds;

  @Option(
      names = "--peer",
      paramLabel = "ejabberd",
      description = "measure Debian's ejabberd with its archive in the same MariaDB, too")
  private Optional<Peer> peer = Optional.empty();

  /** Another server to measure. */
  enum Peer {
    ejabberd
  }

  private final Map<String, List<Rate>> rates = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, SQLException {
    if (peer.isPresent() && !Ejabberd.isInstalled()) {
      System.err.println("ejabberd is missing: apt-get install ejabberd erlang-p1-mysql");
      return 1;
    }
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool())) {
      Population population;
      try (Server server = start(database, folder, options.serverOptions())) {
        population = Population.of(server.address(), server.data(), connections, 2);
        population.converse(conversations, Progress.of("conversations", conversations));
      }
      JdbcReference jdbc = new JdbcReference(database, population.conversations());
      EjabberdReference ejabberd =
          new EjabberdReference(database, folder.path().resolve("ejabberd"), connections);
      for (int round = 1; round <= rounds; round++) {
        measure(BATCHED, database, folder, population, options.serverOptions());
        measure(EACH, database, folder, population, options.commitEach());
        note(JDBC, jdbc.measure(options.warmUp().dividedBy(2), options.time()));
        if (peer.isPresent()) {
          note(EJABBERD, ejabberd.measure(options.warmUp(), options.time()));
        }
      }
      Report report = report(database.value("SELECT VERSION()"));
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  private static Server start(MariaDb database, Folder folder, List<String> javaOptions)
      throws IOException {
    return Server.start(database, folder.path().resolve("server"), javaOptions, List.of());
  }

  private void measure(
      String name, MariaDb database, Folder folder, Population population, List<String> javaOptions)
      throws IOException {
    try (Server server = start(database, folder, javaOptions)) {
      Population here = population.moveTo(server.address());
      here.keepAlive(
          options.warmUp().plus(options.time()).plus(SPARE),
          Progress.of("sessions", here.workers().size() + conversations));
      note(
          name,
          ServerRun.measure(server, database, here, connections, options.warmUp(), options.time()));
    }
  }

  private void note(String name, Rate rate) {
    rates.computeIfAbsent(name, unused -> new ArrayList<>()).add(rate);
    Progress.say("%s: %,.0f a second".formatted(name, rate.perSecond()));
  }

  private Rate median(String name) {
    List<Rate> measured = new ArrayList<>(rates.getOrDefault(name, List.of()));
    measured.sort(Comparator.comparing(Rate::perSecond));
    return measured.get(measured.size() / 2);
  }

  private Report report(String version) {
    Table table =
        new Table(
            "appends of 1 KiB",
            "a second",
            "p50 ms",
            "p99 ms",
            "server's processors",
            "MariaDB's",
            "load generator's",
            "refused");
    for (String name : rates.keySet()) {
      Rate rate = median(name);
      table.row(
          name,
          "%,.0f".formatted(rate.perSecond()),
          "%.1f".formatted(rate.medianMillis()),
          "%.1f".formatted(rate.p99Millis()),
          processors(rate.server()),
          processors(rate.database()),
          processors(rate.generator()),
          Long.toString(rate.refused()));
    }
    double vsEach = median(BATCHED).perSecond() / median(EACH).perSecond();
    double vsJdbc = median(BATCHED).perSecond() / median(JDBC).perSecond();
    Table marks =
        new Table("mark", "asked", "measured")
            .row("against a commit for each", "3.0", "%.2f".formatted(vsEach))
            .row("against raw batched JDBC", "0.4, goal 0.6", "%.2f".formatted(vsJdbc));
    Report report =
        new Report(peer.isPresent() ? "append --peer ejabberd" : "append", version)
            .table(table)
            .table(marks)
            .note(conditions())
            .figure("perSecond", median(BATCHED).perSecond())
            .figure("vsCommitEach", vsEach)
            .figure("vsBatchedJdbc", vsJdbc);
    if (peer.isPresent()) {
      double vsEjabberd = median(BATCHED).perSecond() / median(EJABBERD).perSecond();
      marks.row("against ejabberd", "3", "%.2f".formatted(vsEjabberd));
      report
          .note(EjabberdReference.NOTE)
          .figure("vsEjabberd", vsEjabberd)
          .figure("ejabberdPerSecond", median(EJABBERD).perSecond());
    }
    return report
        .figure("commitEachPerSecond", median(EACH).perSecond())
        .figure("batchedJdbcPerSecond", median(JDBC).perSecond())
        .figure("loadGeneratorProcessors", median(BATCHED).generator());
  }

  private String conditions() {
    return "%d connections, closed loop; %,d conversations, three seats in each, which all append in turns: none of them comes near 60 a minute. Buffer pool %d MB. %d s after %d s of warming up, median of %d rounds in turns. The processors are shared with the load generator, and its time is shown."
        .formatted(
            connections,
            conversations,
            options.bufferPool(),
            options.time().toSeconds(),
            options.warmUp().toSeconds(),
            rounds);
  }

  private static String processors(double used) {
    return Double.isNaN(used) ? "" : String.format(Locale.ROOT, "%.2f", used);
  }
}

package org.opstap.benchmark.latency;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench latency}. */
@Command(
    name = "latency",
    description = "From send to fetched on the other side, at several rates.",
    mixinStandardHelpOptions = true)
public final class LatencyBenchmark implements Callable<Integer> {
  private static final Duration SPARE = Duration.ofSeconds(90);
  private static final int WARM_UP_RATE = 1_000;
  private static final String SERVER = "server";
  private static final String COMMIT_EACH = "server, a commit for each";

  @Mixin private Options options = new Options();

  @Option(
      names = "--rates",
      split = ",",
      defaultValue = "100,1000,3000",
      description = "messages a second (default: ${DEFAULT-VALUE})")
  private List<Integer> rates = List.of();

  @Option(
      names = "--connections",
      defaultValue = "128",
      description = "for sends and fetches, beside the streams (default: ${DEFAULT-VALUE})")
  private int connections;

  @Option(
      names = "--conversations",
      defaultValue = "5000",
      description = "(default: ${DEFAULT-VALUE})")
  private int conversations;

  private final Map<String, Map<Integer, Measured>> all = new LinkedHashMap<>();

  private record Measured(
      double p50, double p99, double p999, long missing, long refused, String processors) {}

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool())) {
      Population population;
      try (Server server = start(database, folder, SERVER)) {
        population = Population.of(server.address(), server.data(), connections, 1);
        population.converse(conversations, Progress.of("conversations", conversations));
      }
      List<Pair> pairs = new ArrayList<>();
      for (Conversation conversation : population.conversations()) {
        pairs.add(new Pair(conversation, pairs.size() % 2 == 0));
      }
      measure(SERVER, database, folder, population, pairs);
      measure(COMMIT_EACH, database, folder, population, pairs);
      Report report = report(database.value("SELECT VERSION()"));
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  private Server start(MariaDb database, Folder folder, String name) throws IOException {
    return Server.start(
        database,
        folder.path().resolve("server"),
        name.equals(SERVER) ? options.serverOptions() : options.commitEach(),
        List.of());
  }

  private void measure(
      String name, MariaDb database, Folder folder, Population population, List<Pair> pairs)
      throws IOException {
    try (Server server = start(database, folder, name)) {
      Population here = population.moveTo(server.address());
      Duration eachRate = options.time().plus(options.warmUp());
      here.keepAlive(
          eachRate.multipliedBy(rates.size()).plus(SPARE),
          Progress.of("sessions", here.workers().size() + conversations));
      try (LoadLoop loop = new LoadLoop(server.address(), connections)) {
        Traffic traffic = new Traffic(pairs);
        listen(loop, traffic, pairs);
        traffic.run(loop, WARM_UP_RATE, options.warmUp());
        for (int rate : rates) {
          all.computeIfAbsent(name, unused -> new LinkedHashMap<>())
              .put(rate, measure(name, rate, traffic, loop, server, database));
        }
      }
    }
  }

  private static void listen(LoadLoop loop, Traffic traffic, List<Pair> pairs) throws IOException {
    Set<Seat> readers = new LinkedHashSet<>();
    pairs.forEach(pair -> readers.add(pair.reader().seat()));
    loop.listen(readers, traffic, Progress.of("streams", readers.size()));
  }

  private Measured measure(
      String name, int rate, Traffic traffic, LoadLoop loop, Server server, MariaDb database)
      throws IOException {
    traffic.run(loop, rate, options.warmUp().dividedBy(2));
    ProcessUse.Meter self = new ProcessUse.Meter(ProcessHandle.current().pid());
    ProcessUse.Meter backend = new ProcessUse.Meter(server.pid());
    ProcessUse.Meter mariaDb = new ProcessUse.Meter(database.pid());
    traffic.run(loop, rate, options.time());
    Measured measured =
        new Measured(
            traffic.samples().percentileMillis(0.5),
            traffic.samples().percentileMillis(0.99),
            traffic.samples().percentileMillis(0.999),
            traffic.missing(),
            traffic.refused(),
            "%.2f, %.2f, %.2f"
                .formatted(backend.processors(), mariaDb.processors(), self.processors()));
    Progress.say("%s at %,d a second: p99 %.1f ms".formatted(name, rate, measured.p99()));
    return measured;
  }

  private Report report(String version) {
    Table table =
        new Table(
            "send to fetched",
            "a second",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "not within 5 s",
            "refused",
            "processors: server, MariaDB, load generator");
    Map<String, Map<String, Double>> p99 = new LinkedHashMap<>();
    all.forEach(
        (name, byRate) ->
            byRate.forEach(
                (rate, measured) -> {
                  table.row(
                      name,
                      "%,d".formatted(rate),
                      "%.1f".formatted(measured.p50()),
                      "%.1f".formatted(measured.p99()),
                      "%.1f".formatted(measured.p999()),
                      "%,d".formatted(measured.missing()),
                      "%,d".formatted(measured.refused()),
                      measured.processors());
                  p99.computeIfAbsent(name, unused -> new LinkedHashMap<>())
                      .put(Integer.toString(rate), measured.p99());
                }));
    Report report = new Report("latency", version).table(table);
    Double atThousand = p99.getOrDefault(SERVER, Map.of()).get("1000");
    if (atThousand != null) {
      report.table(
          new Table("mark", "asked", "measured")
              .row("p99 at 1,000 a second", "25 ms", "%.1f ms".formatted(atThousand)));
    }
    return report
        .note(
            "Open loop: a message is due by the clock and its time runs from then, also while it waits for a free connection or for the append before it. In half of %,d conversations the seeker sends and the device listens and fetches, in the other half the other way round: %,d streams, %d connections for sends and fetches. The load generator looks at its clock every millisecond, which is in the figures. Buffer pool %d MB, %d s for each rate."
                .formatted(
                    conversations,
                    conversations / 2 + 19,
                    connections,
                    options.bufferPool(),
                    options.time().toSeconds()))
        .figure("p99Ms", p99.getOrDefault(SERVER, Map.of()))
        .figure("p99MsCommitEach", p99.getOrDefault(COMMIT_EACH, Map.of()));
  }
}

package org.opstap.benchmark.streams;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.load.AppendPlan;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Nats;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench streams}. */
@Command(
    name = "streams",
    description = "Memory of idle event streams, and how soon all are woken.",
    mixinStandardHelpOptions = true)
public final class StreamsBenchmark implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final int WARM_STREAMS = 500;

  /** A sequence that no conversation has reached here. */
  private static final long AHEAD = 1_000_000;

  private static final Duration SESSION_LEFT = Duration.ofMinutes(6);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final double MEGABYTE = 1 << 20;

  /** Once for each of the heap's generations, and not for what is no heap. */
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  @Mixin private Options options = new Options();

  @Option(
      names = "--streams",
      defaultValue = "15000",
      description = "the open-file limit of the server lies above (default: ${DEFAULT-VALUE})")
  private int streams;

  private record Memory(long resident, long heap) {}

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool())) {
      Population population;
      try (Server server = start(database, folder)) {
        population = Population.of(server.address(), server.data(), CONNECTIONS, 1);
        population.converse(streams, Progress.of("conversations", streams));
      }
      // A fresh process: what setting up has left in its heap would hide what streams take.
      Optional<Nats> nats = Nats.start(folder.path());
      if (nats.isEmpty()) {
        System.err.println("nats-server is missing: apt-get install nats-server");
        return 1;
      }
      try (Nats running = nats.get();
          Server server = start(database, folder, "--nats-url", running.url())) {
        Population here = population.moveTo(server.address());
        here.keepAlive(SESSION_LEFT, Progress.of("sessions", here.workers().size() + streams));
        Report report = measure(server, here, running, database.value("SELECT VERSION()"));
        report.print();
        if (options.record()) {
          report.record();
        }
      }
      return 0;
    }
  }

  private Server start(MariaDb database, Folder folder, String... arguments) throws IOException {
    return Server.start(
        database, folder.path().resolve("server"), options.serverOptions(), List.of(arguments));
  }

  private Report measure(Server server, Population population, Nats nats, String version)
      throws IOException {
    List<Conversation> conversations = population.conversations();
    List<Seat> seekers = new ArrayList<>();
    conversations.forEach(conversation -> seekers.add(conversation.seeker().seat()));
    warmUp(server, population, seekers);
    Wake.Times alone;
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      alone = new Wake().run(loop, conversations, false);
    }
    Memory without = memory(server);
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      Wake wake = new Wake();
      long openedFrom = System.nanoTime();
      loop.listen(seekers, wake, Progress.of("streams", streams));
      double openMillis = (System.nanoTime() - openedFrom) / 1e6;
      Memory with = memory(server);
      Wake.Times appended = wake.run(loop, conversations, true);
      Wake.Times woken;
      try (OtherNode node = OtherNode.connect(nats.port())) {
        woken = wake.run(loop, conversations, node, AHEAD);
      }
      return report(version, without, with, alone, appended, woken, openMillis, wake.ended());
    }
  }

  private void warmUp(Server server, Population population, List<Seat> seekers) throws IOException {
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      loop.listen(seekers.subList(0, Math.min(WARM_STREAMS, streams)), new Wake(), unused -> {});
      AppendPlan unused = new AppendPlan(population.members(), options.warmUp()).on(loop);
    }
  }

  private static Memory memory(Server server) throws IOException {
    server.collectGarbage();
    Processes.pause(REST);
    server.collectGarbage();
    Processes.pause(REST);
    return new Memory(ProcessUse.residentBytes(server.pid()), heap(server));
  }

  private static long heap(Server server) throws IOException {
    return USED.matcher(server.jcmd("GC.heap_info"))
        .results()
        .mapToLong(used -> Long.parseLong(used.group(1)) * 1_024)
        .sum();
  }

  private Report report(
      String version,
      Memory without,
      Memory with,
      Wake.Times alone,
      Wake.Times appended,
      Wake.Times woken,
      double openMillis,
      int ended) {
    double bytes = (double) (with.resident() - without.resident()) / streams;
    return new Report("streams", version)
        .table(
            new Table("the server after a forced collection", "resident MB", "live heap MB")
                .row("no stream", megabytes(without.resident()), megabytes(without.heap()))
                .row(
                    "%,d idle streams".formatted(streams),
                    megabytes(with.resident()),
                    megabytes(with.heap()))
                .row(
                    "bytes for each",
                    "%,.0f".formatted(bytes),
                    "%,.0f".formatted((double) (with.heap() - without.heap()) / streams)))
        .table(
            new Table("all at once", "all acknowledged ms", "all woken ms")
                .row("an append to each, no stream", millis(alone.acknowledgedMillis()), "")
                .row(
                    "an append to each, %,d idle streams".formatted(streams),
                    millis(appended.acknowledgedMillis()),
                    millis(appended.wokenMillis()))
                .row(
                    "a wake-up of each from another node, %,d idle streams".formatted(streams),
                    "",
                    millis(woken.wokenMillis())))
        .table(
            new Table("mark", "asked", "measured")
                .row("resident bytes for each stream", "12,288", "%,.0f".formatted(bytes))
                .row("all woken", "2,000 ms", millis(woken.wokenMillis()) + " ms"))
        .note(
            "%,d phones with a conversation and a stream each; they were opened in %,.0f ms, 64 at once. Woken means that the last stream has told of it. The mark's figure is of wake-ups as another node sends them through NATS, all at once, from the first byte sent. What appends on this node take is shown beside it: the device of each conversation appends, over %d connections as fast as they are acknowledged. Streams that ended meanwhile: %d."
                .formatted(streams, openMillis, CONNECTIONS, ended))
        .figure("bytesPerStream", bytes)
        .figure("wakeAllMs", woken.wokenMillis())
        .figure("appendAndWakeAllMs", appended.wokenMillis());
  }

  private static String millis(double value) {
    return "%,.0f".formatted(value);
  }

  private static String megabytes(long bytes) {
    return "%.1f".formatted(bytes / MEGABYTE);
  }
}

package org.opstap.benchmark.streams;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.load.AppendPlan;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
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
  private static final Duration SESSION_LEFT = Duration.ofMinutes(6);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final double MEGABYTE = 1 << 20;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

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
      try (Server server = start(database, folder)) {
        Population here = population.moveTo(server.address());
        here.keepAlive(SESSION_LEFT, Progress.of("sessions", here.workers().size() + streams));
        Report report = measure(server, here, database.value("SELECT VERSION()"));
        report.print();
        if (options.record()) {
          report.record();
        }
      }
      return 0;
    }
  }

  private Server start(MariaDb database, Folder folder) throws IOException {
    return Server.start(
        database, folder.path().resolve("server"), options.serverOptions(), List.of());
  }

  private Report measure(Server server, Population population, String version) throws IOException {
    List<Conversation> conversations = population.conversations();
    List<Seat> seekers = new ArrayList<>();
    conversations.forEach(conversation -> seekers.add(conversation.seeker().seat()));
    warmUp(server, population, seekers);
    Wake alone = new Wake();
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      alone.run(loop, conversations, false);
    }
    Memory without = memory(server);
    try (LoadLoop loop = new LoadLoop(server.address(), CONNECTIONS)) {
      Wake wake = new Wake();
      long openedFrom = System.nanoTime();
      loop.listen(seekers, wake, Progress.of("streams", streams));
      double openMillis = (System.nanoTime() - openedFrom) / 1e6;
      Memory with = memory(server);
      wake.run(loop, conversations, true);
      return report(version, openMillis, without, with, alone, wake);
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
    Matcher used = USED.matcher(server.jcmd("GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) * 1_024 : 0;
  }

  private Report report(
      String version, double openMillis, Memory without, Memory with, Wake alone, Wake wake) {
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
            new Table("an append to each conversation", "all acknowledged ms", "all woken ms")
                .row("no stream", "%,.0f".formatted(alone.acknowledgedMillis()), "")
                .row(
                    "%,d idle streams".formatted(streams),
                    "%,.0f".formatted(wake.acknowledgedMillis()),
                    "%,.0f".formatted(wake.wokenMillis())))
        .table(
            new Table("mark", "asked", "measured")
                .row("resident bytes for each stream", "12,288", "%,.0f".formatted(bytes))
                .row("all woken", "2,000 ms", "%,.0f ms".formatted(wake.wokenMillis())))
        .note(
            "%,d phones with a conversation and a stream each; they were opened in %,.0f ms, 64 at once. Woken means: the device of each conversation appends, over %d connections as fast as they are acknowledged, and the last stream has told of it; the time runs from the first append. Streams that ended meanwhile: %d."
                .formatted(streams, openMillis, CONNECTIONS, wake.ended()))
        .figure("bytesPerStream", bytes)
        .figure("wakeAllMs", wake.wokenMillis())
        .figure("acknowledgeAllMs", alone.acknowledgedMillis());
  }

  private static String megabytes(long bytes) {
    return "%.1f".formatted(bytes / MEGABYTE);
  }
}

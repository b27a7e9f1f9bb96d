package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Nats;
import org.opstap.benchmark.report.Progress;

/** What runs together and breaks: its start, its faults under load, and its end. */
final class Scene {
  private static final int CONNECTIONS = 16;
  private static final int WORKERS_EACH = 2;
  private static final int DISK_MEGABYTES = 600;

  private final int conversations;
  private final long messages;
  private final RandomGenerator random;
  private final String only;

  /**
   * @param messages to be acknowledged at least
   * @param only words of the faults to run; empty for all
   */
  Scene(int conversations, long messages, RandomGenerator random, String only) {
    this.conversations = conversations;
    this.messages = messages;
    this.random = random;
    this.only = only;
  }

  /** A server and its database, both killed: what is quick to show. */
  Verdict killed() throws IOException, InterruptedException {
    Progress.say("one server and its MariaDB");
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("database"), 256);
        Node node = new Node("the server", database.url(), database, data(folder), List.of())) {
      return run(
          folder, List.of(node), List.of(Faults.killServer(node), Faults.killDatabase(database)));
    }
  }

  /**
   * Two servers, each with a way of its own to one MariaDB, and NATS between them where there is
   * one.
   *
   * @param rounds how often each thing breaks
   */
  Verdict ofTwoNodes(int rounds) throws IOException, InterruptedException {
    Progress.say("two servers, each behind a proxy of its own to one MariaDB");
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("database"), 512);
        TcpProxy oneWay = new TcpProxy(database.port());
        TcpProxy otherWay = new TcpProxy(database.port());
        Optionally<Nats> nats = new Optionally<>(Nats.start(folder.path()));
        Node one = node("node A", oneWay, database, folder, nats);
        Node other = node("node B", otherWay, database, folder, nats)) {
      List<Fault> faults = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        List<Fault> round =
            new ArrayList<>(
                List.of(
                    Faults.killServer(one),
                    Faults.killServer(other),
                    Faults.killBoth(one, other),
                    Faults.killDatabase(database),
                    Faults.pauseServer(other),
                    Faults.cut(one, oneWay),
                    Faults.swallow(one, oneWay),
                    Faults.forget(other, otherWay)));
        nats.value().map(Faults::killNats).ifPresent(round::add);
        Collections.shuffle(round, random);
        faults.addAll(round);
      }
      if (nats.value().isEmpty()) {
        Progress.say("not run, for want of nats-server: kill -9 of NATS");
      }
      return run(folder, List.of(one, other), faults);
    }
  }

  private static Node node(
      String name, TcpProxy way, MariaDb database, Folder folder, Optionally<Nats> nats)
      throws IOException {
    String url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(way.port(), MariaDb.NAME);
    List<String> arguments =
        nats.value().map(running -> List.of("--nats-url", running.url())).orElse(List.of());
    return new Node(name, url, database, data(folder), arguments);
  }

  /** A server whose MariaDB has a small disk; empty where none can be made. */
  Optional<Verdict> onASmallDisk() throws IOException, InterruptedException {
    try (Folder folder = Folder.make();
        Optionally<SmallDisk> disk =
            new Optionally<>(SmallDisk.mount(folder.path().resolve("disk"), DISK_MEGABYTES))) {
      if (disk.value().isEmpty()) {
        Progress.say("not run, for want of a tmpfs: a full disk");
        return Optional.empty();
      }
      Progress.say("one server, and its MariaDB on a disk of %d MB".formatted(DISK_MEGABYTES));
      return Optional.of(onDisk(folder, disk.value().get()));
    }
  }

  private Verdict onDisk(Folder folder, SmallDisk disk) throws IOException, InterruptedException {
    try (MariaDb database = MariaDb.start(disk.path().resolve("database"), 64);
        Node node = new Node("the server", database.url(), database, data(folder), List.of())) {
      return run(
          folder, List.of(node), List.of(Faults.fill(disk, database), Faults.fill(disk, database)));
    }
  }

  private Verdict run(Folder folder, List<Node> nodes, List<Fault> faults)
      throws IOException, InterruptedException {
    List<Fault> chosen = faults.stream().filter(fault -> fault.name().contains(only)).toList();
    if (chosen.isEmpty()) {
      return Verdict.NOTHING;
    }
    Population population =
        Population.of(nodes.getFirst().address(), data(folder), CONNECTIONS, WORKERS_EACH);
    population.converse(conversations, Progress.of("conversations", conversations));
    return Run.of(
        nodes, population.conversations(), population.members(), chosen, messages, random);
  }

  private static Path data(Folder folder) {
    return folder.path().resolve("data");
  }
}

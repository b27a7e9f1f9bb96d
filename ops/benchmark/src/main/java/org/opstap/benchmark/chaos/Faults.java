package org.opstap.benchmark.chaos;

import java.sql.SQLException;
import java.time.Duration;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Nats;
import org.opstap.benchmark.process.Processes;

/** What can break. */
final class Faults {
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration CUT = Duration.ofSeconds(4);

  /** Longer than MariaDB lets a transaction stand still. */
  private static final Duration SILENCE = Duration.ofSeconds(7);

  private static final Duration WITHOUT_NATS = Duration.ofSeconds(5);
  private static final Duration FULL = Duration.ofSeconds(6);

  private Faults() {}

  static Fault killServer(Node node) {
    return new Fault(
        "kill -9 of " + node.name(),
        () -> {
          node.kill();
          Processes.pause(MOMENT);
          node.startAgain();
        });
  }

  static Fault killBoth(Node one, Node other) {
    return new Fault(
        "kill -9 of " + one.name() + " and " + other.name(),
        () -> {
          one.kill();
          other.kill();
          one.startAgain();
          other.startAgain();
        });
  }

  static Fault pauseServer(Node node) {
    return new Fault(
        "SIGSTOP of " + node.name() + " for " + PAUSE.toSeconds() + " s",
        () -> {
          node.pause();
          try {
            Processes.pause(PAUSE);
          } finally {
            node.resume();
          }
        });
  }

  static Fault killDatabase(MariaDb database) {
    return new Fault(
        "kill -9 of MariaDB",
        () -> {
          database.kill();
          Processes.pause(MOMENT);
          database.startAgain();
        });
  }

  static Fault cut(Node node, TcpProxy way) {
    return new Fault(
        "%s and its database cut apart for %d s".formatted(node.name(), CUT.toSeconds()),
        () -> {
          way.cut();
          Processes.pause(CUT);
          way.mend();
        });
  }

  static Fault swallow(Node node, TcpProxy way) {
    return new Fault(
        "nothing passes between %s and its database for %d s"
            .formatted(node.name(), SILENCE.toSeconds()),
        () -> {
          way.swallow();
          Processes.pause(SILENCE);
          way.mend();
        });
  }

  static Fault forget(Node node, TcpProxy way) {
    return new Fault(
        "the connections between %s and its database are silent for ever".formatted(node.name()),
        () -> {
          way.forget();
          Processes.pause(SILENCE);
        });
  }

  static Fault killNats(Nats nats) {
    return new Fault(
        "kill -9 of NATS",
        () -> {
          nats.kill();
          Processes.pause(WITHOUT_NATS);
          nats.startAgain();
        });
  }

  /** A database that ended itself for want of room is started again, as its supervisor would. */
  static Fault fill(SmallDisk disk, MariaDb database) {
    return new Fault(
        "the disk of MariaDB is full for " + FULL.toSeconds() + " s",
        () -> {
          disk.fill();
          Processes.pause(FULL);
          disk.relieve();
          if (!answers(database)) {
            database.kill();
            database.startAgain();
          }
        });
  }

  private static boolean answers(MariaDb database) {
    try {
      return database.value("SELECT 1").equals("1");
    } catch (SQLException e) {
      return false;
    }
  }
}

package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.report.Progress;

/** Faults one after the other, spread over the messages of a run. */
final class FaultPlan implements Task {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Some load between two faults, however many messages a second there are. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** Enough to go down each lane of a server. */
  private static final int APPENDS = 50;

  private static final Duration RECOVERY = Duration.ofSeconds(45);

  private final List<Node> nodes;
  private final List<Fault> faults;
  private final long messages;
  private final RandomGenerator random;
  private final Ledger ledger;
  private final Course course;

  FaultPlan(
      List<Node> nodes,
      List<Fault> faults,
      long messages,
      RandomGenerator random,
      Ledger ledger,
      Course course) {
    this.nodes = List.copyOf(nodes);
    this.faults = List.copyOf(faults);
    this.messages = messages;
    this.random = random;
    this.ledger = ledger;
    this.course = course;
  }

  @Override
  public void run() throws IOException {
    double share = (double) messages / (faults.size() + 1);
    for (int i = 0; i < faults.size() && !course.hasFailed(); i++) {
      long moment = (long) (share * (i + 0.5 + random.nextDouble(0.5)));
      Processes.pause(BETWEEN);
      while (ledger.acknowledged() < moment && !course.hasFailed()) {
        Processes.pause(LOOK);
      }
      Fault fault = faults.get(i);
      Progress.say(
          "fault %d of %d: %s, after %,d messages"
              .formatted(i + 1, faults.size(), fault.name(), ledger.acknowledged()));
      fault.event().happen();
      Progress.say("mended: " + fault.name());
      for (Node node : nodes) {
        awaitAppends(node);
      }
    }
    course.endFaults();
  }

  /** What is mended serves again: each node, and not only the others in its place. */
  private void awaitAppends(Node node) throws IOException {
    long enough = node.appends() + APPENDS;
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (node.appends() < enough && !course.hasFailed()) {
      if (System.nanoTime() > end) {
        throw new IOException(
            "%s takes no appends %d s after everything was mended"
                .formatted(node.name(), RECOVERY.toSeconds()));
      }
      Processes.pause(LOOK);
    }
  }
}

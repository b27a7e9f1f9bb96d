package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Member;
import org.opstap.benchmark.report.Progress;

/** Writers, readers and faults at the same time, until enough was written and all of it is read. */
final class Run {
  private static final int WRITERS = 64;
  private static final int READERS = 12;
  private static final Duration PROGRESS = Duration.ofSeconds(3);

  private final List<Node> nodes;
  private final Ledger ledger;
  private final Course course;
  private final Troubles troubles = new Troubles();
  private final List<Thread> writers = new ArrayList<>();
  private final List<Thread> others = new ArrayList<>();

  private Run(List<Node> nodes, List<Conversation> conversations, long messages) {
    this.nodes = nodes;
    this.ledger = new Ledger(conversations);
    this.course = new Course(ledger, messages);
  }

  /**
   * @param members of all the conversations
   * @param messages to be acknowledged at least
   * @throws IOException if somebody got an answer after which going on shows nothing
   */
  static Verdict of(
      List<Node> nodes,
      List<Conversation> conversations,
      List<Member> members,
      List<Fault> faults,
      long messages,
      RandomGenerator random)
      throws IOException, InterruptedException {
    Run run = new Run(nodes, conversations, messages);
    run.begin(members);
    run.others.add(
        run.start(
            new FaultPlan(nodes, faults, messages, random, run.ledger, run.course), "faults"));
    run.end();
    return run.ledger.check();
  }

  private void begin(List<Member> members) {
    for (int i = 0; i < WRITERS; i++) {
      List<Writer.Author> authors = new ArrayList<>();
      for (int j = i; j < members.size(); j += WRITERS) {
        authors.add(new Writer.Author(members.get(j), j + 1));
      }
      if (!authors.isEmpty()) {
        Client client = new Client(nodes, i, troubles, course);
        writers.add(start(new Writer(authors, client, ledger, course), "writer"));
      }
    }
    for (int i = 0; i < READERS; i++) {
      List<Member> own = new ArrayList<>();
      for (int j = i; j < members.size(); j += READERS) {
        own.add(members.get(j));
      }
      Client client = new Client(nodes, i, troubles, course);
      others.add(start(new Reader(own, client, ledger, course), "reader"));
    }
  }

  private Thread start(Task task, String name) {
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (IOException | InterruptedException | RuntimeException e) {
                course.fail(e);
              }
            });
  }

  private void end() throws IOException, InterruptedException {
    await(writers, "");
    course.endWriting();
    await(others, ", reading the rest");
    Progress.say(troubles.inWords());
    if (course.failure().isPresent()) {
      throw new IOException("the run can't go on", course.failure().get());
    }
  }

  private void await(List<Thread> threads, String what) throws InterruptedException {
    for (Thread thread : threads) {
      while (!thread.join(PROGRESS)) {
        Progress.say("%,d messages acknowledged%s".formatted(ledger.acknowledged(), what));
      }
    }
  }
}

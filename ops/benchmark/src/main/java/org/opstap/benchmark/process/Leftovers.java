package org.opstap.benchmark.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Ends what still runs and deletes what still lies about when the benchmark itself is ended. */
final class Leftovers {
  private static final Deque<Process> PROCESSES = new ConcurrentLinkedDeque<>();
  private static final Deque<Path> FOLDERS = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::remove, "leftovers"));
  }

  private Leftovers() {}

  static Process of(Process process) {
    PROCESSES.addFirst(process);
    return process;
  }

  static Path of(Path folder) {
    FOLDERS.addFirst(folder);
    return folder;
  }

  private static void remove() {
    PROCESSES.stream().filter(Process::isAlive).forEach(Processes::end);
    for (Path folder : FOLDERS) {
      try {
        Processes.deleteTree(folder);
      } catch (IOException e) {
        System.err.println("could not delete " + folder);
      }
    }
  }
}

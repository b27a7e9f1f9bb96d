package org.opstap.benchmark.chaos;

import java.io.IOException;

/** What one thread of a run does. */
@FunctionalInterface
interface Task {
  void run() throws IOException, InterruptedException;
}

package org.opstap.benchmark.append;

import java.io.IOException;
import java.time.Duration;
import org.opstap.benchmark.client.Population;
import org.opstap.benchmark.load.AppendPlan;
import org.opstap.benchmark.load.LoadLoop;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.benchmark.process.Server;

/** Appends to a server from one thread, as fast as it acknowledges them. */
final class ServerRun {
  private ServerRun() {}

  static Rate measure(
      Server server,
      MariaDb database,
      Population population,
      int connections,
      Duration warmUp,
      Duration time)
      throws IOException {
    try (LoadLoop loop = new LoadLoop(server.address(), connections)) {
      AppendPlan unused = new AppendPlan(population.members(), warmUp).on(loop);
      ProcessUse.Meter self = new ProcessUse.Meter(ProcessHandle.current().pid());
      ProcessUse.Meter backend = new ProcessUse.Meter(server.pid());
      ProcessUse.Meter mariaDb = new ProcessUse.Meter(database.pid());
      AppendPlan plan = new AppendPlan(population.members(), time).on(loop);
      return new Rate(
          plan.perSecond(),
          plan.samples().percentileMillis(0.5),
          plan.samples().percentileMillis(0.99),
          self.processors(),
          backend.processors(),
          mariaDb.processors(),
          plan.refused());
    }
  }
}

package org.opstap.benchmark.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Project;
import org.opstap.benchmark.report.Progress;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench start}. */
@Command(
    name = "start",
    description = "From the start of the process to the first answer, against a bare skeleton.",
    mixinStandardHelpOptions = true)
public final class StartBenchmark implements Callable<Integer> {
  private static final String SKELETON_DATABASE = "skeleton";
  private static final double MEGABYTE = 1 << 20;

  @Mixin private Options options = new Options();

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "starts of each, in turns; the median counts (default: 9)")
  private int rounds;

  private final Map<Program, List<Program.Started>> starts = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool())) {
      database.execute("CREATE DATABASE " + SKELETON_DATABASE);
      Program server = server(database, folder.path());
      Program skeleton = skeleton(database, folder.path());
      for (Program program : List.of(server, skeleton)) {
        Progress.say("making ready: " + program.name());
        program.train(folder.path());
        // The first start on an empty database migrates it; that is not what is measured.
        Program.Started unused = program.start(folder.path());
      }
      for (int round = 1; round <= rounds; round++) {
        for (Program program : List.of(server, skeleton)) {
          Program.Started started = program.start(folder.path());
          starts.computeIfAbsent(program, unused -> new ArrayList<>()).add(started);
          Progress.say(
              "%s: %,.0f ms, %.0f MB"
                  .formatted(
                      program.name(), started.readyMillis(), started.residentBytes() / MEGABYTE));
        }
      }
      Report report = report(server, skeleton, database.value("SELECT VERSION()"));
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  /** As it is deployed, if that was built; otherwise the jar of {@code ops/run} with a cache. */
  private Program server(MariaDb database, Path folder) {
    Path production = Project.production();
    boolean isBuilt = Files.exists(production.resolve("opstap.aot"));
    return new Program(
        isBuilt ? "server for production" : "server with the jar of ops/run",
        isBuilt ? production : Project.server(),
        "opstap-backend.jar",
        isBuilt ? production.resolve("opstap.aot") : folder.resolve("server.aot"),
        options.serverOptions(),
        List.of(
            "--port",
            "PORT",
            "--samples",
            "off",
            "--data",
            folder.resolve("server").toString(),
            "--db-url",
            database.url()),
        Map.of("OPSTAP_DB_USER", database.user(), "OPSTAP_DB_PASSWORD", database.password()),
        "/");
  }

  private Program skeleton(MariaDb database, Path folder) {
    return new Program(
        "bare skeleton",
        Project.module().resolve("skeleton/target"),
        "opstap-bench-skeleton.jar",
        folder.resolve("skeleton.aot"),
        options.serverOptions(),
        List.of(),
        Map.of(
            "MICRONAUT_SERVER_PORT",
            "PORT",
            "DATASOURCES_DEFAULT_URL",
            database.url(SKELETON_DATABASE),
            "DATASOURCES_DEFAULT_USERNAME",
            database.user(),
            "DATASOURCES_DEFAULT_PASSWORD",
            database.password()),
        "/notes");
  }

  private double ready(Program program) {
    List<Double> all =
        starts.getOrDefault(program, List.of()).stream()
            .map(Program.Started::readyMillis)
            .sorted()
            .toList();
    return all.get(all.size() / 2);
  }

  private double resident(Program program) {
    List<Long> all =
        starts.getOrDefault(program, List.of()).stream()
            .map(Program.Started::residentBytes)
            .sorted()
            .toList();
    return all.get(all.size() / 2) / MEGABYTE;
  }

  private Report report(Program server, Program skeleton, String version) {
    double time = ready(server) / ready(skeleton);
    double memory = resident(server) / resident(skeleton);
    return new Report("start", version)
        .table(
            new Table("start with an AOT cache", "first 200 after ms", "resident MB")
                .row(
                    server.name(),
                    "%,.0f".formatted(ready(server)),
                    "%.0f".formatted(resident(server)))
                .row(
                    skeleton.name(),
                    "%,.0f".formatted(ready(skeleton)),
                    "%.0f".formatted(resident(skeleton))))
        .table(
            new Table("mark", "asked", "measured")
                .row("time against the skeleton", "1.5", "%.2f".formatted(time))
                .row("memory against the skeleton", "1.5", "%.2f".formatted(memory)))
        .note(
            "The database is up and migrated. From the start of the process to the first 200 over HTTP (the server's page, the skeleton's table), asked every 2 ms; resident memory 2 s later. %d starts of each in turns, medians. The skeleton is Micronaut with Data JDBC and Flyway, one table, one route, with a JDK 25 AOT cache made in the same run."
                .formatted(rounds))
        .figure("readyMs", ready(server))
        .figure("residentMb", resident(server))
        .figure("vsSkeletonTime", time)
        .figure("vsSkeletonMemory", memory);
  }
}

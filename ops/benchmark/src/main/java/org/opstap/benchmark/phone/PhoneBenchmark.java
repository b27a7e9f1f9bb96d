package org.opstap.benchmark.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opstap.benchmark.Options;
import org.opstap.benchmark.process.Folder;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Project;
import org.opstap.benchmark.process.Server;
import org.opstap.benchmark.report.Report;
import org.opstap.benchmark.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops/bench phone}. */
@Command(
    name = "phone",
    description = "The phone page: its weight, Lighthouse, and how long messages take.",
    mixinStandardHelpOptions = true)
public final class PhoneBenchmark implements Callable<Integer> {
  private static final String SCRIPT_MARK = "150 KB";
  private static final String SCORE_MARK = "95";
  private static final String FIRST_MARK = "3,000 ms";
  private static final String LATER_MARK = "1,000 ms";

  /** Of the team that is nearest to where the phone is. */
  private static final String TEAM = "Apeldoorn";

  private static final Map<String, String> CATEGORIES =
      Map.of(
          "performance", "performance",
          "accessibility", "accessibility",
          "bestPractices", "best practices");

  @Mixin private Options options = new Options();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "of everything; the medians count (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Override
  public Integer call() throws IOException, SQLException {
    try (Folder folder = Folder.make();
        MariaDb database = MariaDb.start(folder.path().resolve("mariadb"), options.bufferPool());
        Server server =
            Server.start(
                database, folder.path().resolve("server"), options.serverOptions(), List.of())) {
      Report report = report(measure(server), database.value("SELECT VERSION()"));
      report.print();
      if (options.record()) {
        report.record();
      }
      return 0;
    }
  }

  private JsonNode measure(Server server) throws IOException {
    Path script = Project.module().resolve("phone/measure.js");
    String url = "http://localhost:%d/".formatted(server.address().port());
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "node", script.toString(), url, invitation(server), Integer.toString(rounds)))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = Processes.launch(builder);
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (said.isEmpty()) {
      throw new IOException("nothing was measured; what went wrong is said above");
    }
    return new ObjectMapper().readTree(said);
  }

  private static String invitation(Server server) throws IOException {
    JsonNode programmes =
        new ObjectMapper().readTree(server.data().resolve("sample/invitations.json").toFile());
    for (JsonNode programme : programmes) {
      if (programme.get("name").asText().contains(TEAM)) {
        return programme.get("invitations").get(0).asText();
      }
    }
    throw new IOException("there is no sample programme " + TEAM);
  }

  private Report report(JsonNode measured, String version) {
    Table table =
        new Table("what", "asked", "measured")
            .row(
                "script of the first load",
                SCRIPT_MARK,
                "%.1f KB".formatted(measured.get("scriptKb").asDouble()));
    for (String screen : List.of("firstScreen", "conversation")) {
      for (String category : List.of("performance", "accessibility", "bestPractices")) {
        table.row(
            "Lighthouse, %s, %s"
                .formatted(
                    screen.equals("firstScreen") ? "first screen" : "in a conversation",
                    CATEGORIES.get(category)),
            SCORE_MARK,
            measured.get(screen).get(category).asText());
      }
    }
    table
        .row(
            "first message, from the tap until it is with the team",
            FIRST_MARK,
            "%,.0f ms".formatted(measured.get("firstMessageMs").asDouble()))
        .row(
            "a later one",
            LATER_MARK,
            "%,.0f ms".formatted(measured.get("laterMessageMs").asDouble()));
    return new Report("phone", version)
        .table(table)
        .note(
            "Chromium %s, window of 360 x 640, medians of %d rounds. Script is what comes over the wire, headers counted. Lighthouse with its mobile preset, which slows network and processor down by itself; it gives this machine a benchmark index of %,.0f. Messages with the page's thread four times slowed, from the tap until the page says so; a token costs one attempt at the puzzle here. Scores in the last line are the lower ones of both screens. The server, its database and the browser share the processors."
                .formatted(
                    measured.get("chromium").asText(),
                    rounds,
                    measured.get("firstScreen").get("benchmarkIndex").asDouble()))
        .figure("scriptKb", measured.get("scriptKb").asDouble())
        .figure("lighthouse", lower(measured))
        .figure("firstMessageMs", measured.get("firstMessageMs").asDouble())
        .figure("laterMessageMs", measured.get("laterMessageMs").asDouble());
  }

  private static Map<String, Double> lower(JsonNode measured) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (String category : List.of("performance", "accessibility", "bestPractices")) {
      scores.put(
          category,
          Math.min(
              measured.get("firstScreen").get(category).asDouble(),
              measured.get("conversation").get(category).asDouble()));
    }
    return scores;
  }
}

package org.opstap.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.benchmark.process.Project;

/**
 * A benchmark's table, notes and figures. Printed, and with {@code --record} put into {@code
 * RESULTS.md} in place of the section of the same name.
 */
public final class Report {
  private static final Path RESULTS = Path.of("RESULTS.md");
  private static final double GIGABYTE = 1 << 30;

  private final String name;
  private final String database;
  private final List<Object> parts = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  /**
   * @param name such as {@code append}
   * @param database version of MariaDB
   */
  public Report(String name, String database) {
    this.name = name;
    this.database = database;
    figures.put("benchmark", name);
  }

  public Report table(Table table) {
    parts.add(table);
    return this;
  }

  /** A paragraph. */
  public Report note(String text) {
    parts.add(text + "\n");
    return this;
  }

  /** A figure of the last line, rounded to what its size deserves. */
  public Report figure(String key, double value) {
    figures.put(key, rounded(value));
    return this;
  }

  public Report figure(String key, Map<String, Double> values) {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((inner, value) -> all.put(inner, rounded(value)));
    figures.put(key, all);
    return this;
  }

  public Report figure(String key, String value) {
    figures.put(key, value);
    return this;
  }

  private static Object rounded(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    double factor = Math.abs(value) >= 100 ? 1 : 100;
    double rounded = Math.round(value * factor) / factor;
    return rounded == Math.rint(rounded) ? (Object) (long) rounded : (Object) rounded;
  }

  /** Prints all of it, the JSON last. */
  public void print() {
    System.out.println();
    parts.forEach(System.out::println);
    System.out.println(json());
  }

  private String text() {
    return parts.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private String json() {
    try {
      return new ObjectMapper().writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts it into the results. */
  public void record() throws IOException {
    Path file = Project.module().resolve(RESULTS);
    String heading = "## " + name + "\n";
    String section = heading + "\n" + text() + "\n`" + json() + "`\n\n" + machine() + "\n";
    String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    int at = before.indexOf("\n" + heading);
    String text;
    if (at < 0) {
      text = before.stripTrailing() + "\n\n" + section;
    } else {
      int next = before.indexOf("\n## ", at + 1);
      text =
          before.substring(0, at + 1)
              + section
              + (next < 0 ? "" : "\n" + before.substring(next + 1));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Progress.say("recorded in " + Project.root().relativize(file));
  }

  private String machine() throws IOException {
    return "%s, commit %s; %d processors, %.0f GB, JDK %s, MariaDB %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("opstap.commit", "unknown"),
            Runtime.getRuntime().availableProcessors(),
            ProcessUse.machineBytes() / GIGABYTE,
            Runtime.version(),
            database);
  }
}

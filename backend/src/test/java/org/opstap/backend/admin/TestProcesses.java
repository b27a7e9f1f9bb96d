package org.opstap.backend.admin;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.opstap.backend.Application;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.TestDatabase;

/** The server and the operator's command as processes of their own, without anything of a test. */
final class TestProcesses {
  private static final long PATIENCE_SECONDS = 120;

  private TestProcesses() {}

  /** A server on loopback, without samples, over the database of the tests. */
  record Server(Process process, URI address) implements AutoCloseable {
    static Server start(Path folder) throws IOException {
      ProcessBuilder server =
          java(
              Application.class,
              "--port",
              "0",
              "--samples",
              "off",
              "--data",
              folder.toString(),
              "--db-url",
              TestDatabase.access().url());
      server.environment().putAll(account());
      Process process = server.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String ready = process.inputReader().readLine();
      if (ready == null || !ready.startsWith("ready ")) {
        process.destroy();
        throw new AssertionError("the server doesn't start: " + ready);
      }
      return new Server(process, URI.create(ready.substring(6, ready.indexOf(" (phone)"))));
    }

    TestHttp http() {
      return new TestHttp(address);
    }

    @Override
    public void close() {
      process.destroy();
      try {
        process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@code ops/admin} in a folder, on a machine that reaches the database. */
  static String admin(Path folder, String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    boolean needsDatabase = !words[0].equals("key") && !all.contains("--url");
    if (needsDatabase) {
      all.addAll(List.of("--db-url", TestDatabase.access().url(), "--data", "."));
    }
    return run(folder, account(), all);
  }

  /** The same on a machine that knows of no database. */
  static String adminAlone(Path folder, List<String> words) throws Exception {
    return run(folder, Map.of(), words);
  }

  private static String run(Path folder, Map<String, String> account, List<String> words)
      throws Exception {
    ProcessBuilder command = java(Main.class, words.toArray(String[]::new));
    command.environment().putAll(account);
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process =
        command
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String output = Files.readString(said, StandardCharsets.UTF_8);
    Files.delete(said);
    if (process.waitFor() != 0) {
      throw new AssertionError(words + ": " + output);
    }
    return output;
  }

  private static ProcessBuilder java(Class<?> main, String... arguments) {
    String withoutTests =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // Each lives for seconds: the compiler's last stage costs more than it gains.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                withoutTests,
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("OPSTAP_DB_USER");
    builder.environment().remove("OPSTAP_DB_PASSWORD");
    return builder;
  }

  private static Map<String, String> account() {
    DatabaseAccess access = TestDatabase.access();
    return Map.of(
        "OPSTAP_DB_USER", access.user().orElseThrow(),
        "OPSTAP_DB_PASSWORD", access.password().orElseThrow());
  }
}

package org.opstap.benchmark.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opstap.benchmark.process.ProcessUse;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Project;

/**
 * Something that can be started and asked.
 *
 * @param folder where the process runs
 * @param jar with its libraries beside it, relative to the folder
 * @param cache its AOT cache
 * @param arguments with {@code PORT} for the port
 * @param path that answers 200 when it is ready
 */
record Program(
    String name,
    Path folder,
    String jar,
    Path cache,
    List<String> javaOptions,
    List<String> arguments,
    Map<String, String> environment,
    String path) {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Duration LONGEST_TRAINING = Duration.ofMinutes(5);
  private static final Duration AFTER = Duration.ofSeconds(2);

  Program {
    javaOptions = List.copyOf(javaOptions);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * @param readyMillis from the start of the process to the first 200
   * @param residentBytes two seconds later
   */
  record Started(double readyMillis, long residentBytes) {}

  /** Starts it once to make its cache, if it has none yet. */
  void train(Path logs) throws IOException {
    if (Files.exists(cache)) {
      return;
    }
    int port = Processes.freePort();
    Process process = launch(List.of("-XX:AOTCacheOutput=" + cache), port, logs);
    awaitReady(process, port, logs);
    Processes.end(process, LONGEST_TRAINING);
    if (!Files.exists(cache)) {
      throw new IOException(name + " made no AOT cache; its log is in " + logs);
    }
  }

  /** Starts it, waits for its first 200, and ends it. A cache that doesn't fit is an error. */
  Started start(Path logs) throws IOException {
    int port = Processes.freePort();
    long startedAt = System.nanoTime();
    Process process = launch(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"), port, logs);
    try {
      awaitReady(process, port, logs);
      double millis = (System.nanoTime() - startedAt) / 1e6;
      Processes.pause(AFTER);
      return new Started(millis, ProcessUse.residentBytes(process.pid()));
    } finally {
      Processes.end(process);
    }
  }

  private Process launch(List<String> cacheOptions, int port, Path logs) throws IOException {
    List<String> command = new ArrayList<>(List.of(Project.java().toString()));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(cacheOptions);
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar));
    arguments.forEach(each -> command.add(each.replace("PORT", Integer.toString(port))));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(logs).toFile());
    environment.forEach(
        (key, value) ->
            builder.environment().put(key, value.replace("PORT", Integer.toString(port))));
    return Processes.launch(builder);
  }

  private Path log(Path logs) {
    return logs.resolve(name.replaceAll("[^a-z]+", "-") + ".log");
  }

  private void awaitReady(Process process, int port, Path logs) throws IOException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        Processes.end(process);
        throw new IOException(
            name + " doesn't start:\n" + Files.readString(log(logs), StandardCharsets.UTF_8));
      }
      Processes.pause(Duration.ofMillis(2));
    }
  }

  private boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      socket.setSoTimeout((int) LONGEST_START.toMillis());
      socket
          .getOutputStream()
          .write(
              ("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                      .formatted(path, port))
                  .getBytes(StandardCharsets.UTF_8));
      InputStream input = socket.getInputStream();
      return new String(input.readNBytes(12), StandardCharsets.UTF_8).equals("HTTP/1.1 200");
    } catch (IOException notYet) {
      return false;
    }
  }
}

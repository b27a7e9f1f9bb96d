package org.opstap.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opstap.benchmark.client.ServerAddress;

/**
 * A server as {@code ops/run} starts it, on a database that runs already. Its tokens cost nothing:
 * thousands are needed at once.
 */
public final class Server implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final int COMPLAINTS = 10;
  private static final Pattern READY =
      Pattern.compile("^ready http://[^:/]+:(\\d+)/", Pattern.MULTILINE);

  private final Process process;
  private final Path data;
  private final Path log;
  private final ServerAddress address;

  private Server(Process process, Path data, Path log) throws IOException {
    this.process = process;
    this.data = data;
    this.log = log;
    try {
      this.address = awaitReady();
    } catch (IOException e) {
      Processes.end(process);
      throw e;
    }
  }

  /**
   * Starts one and returns when it takes connections.
   *
   * @param data its data folder; servers that share it, one after the other, share the master key
   * @param javaOptions such as {@code -Dopstap.append.batch=1}
   * @param arguments beside port, data and database
   */
  public static Server start(
      MariaDb database, Path data, List<String> javaOptions, List<String> arguments)
      throws IOException {
    return start(database.url(), database, data, javaOptions, arguments);
  }

  /**
   * The same through another way to the database, such as a proxy.
   *
   * @param url JDBC address
   */
  public static Server start(
      String url, MariaDb database, Path data, List<String> javaOptions, List<String> arguments)
      throws IOException {
    Files.createDirectories(data);
    Path log = data.resolve("server-" + System.nanoTime() + ".log");
    List<String> command = new ArrayList<>(List.of(Project.java().toString()));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-jar",
            Project.serverJar().toString(),
            "--port",
            "0",
            "--data",
            data.toString(),
            "--db-url",
            url,
            "--admission-attempts",
            "1"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("OPSTAP_DB_USER", database.user());
    builder.environment().put("OPSTAP_DB_PASSWORD", database.password());
    return new Server(Processes.launch(builder), data, log);
  }

  private ServerAddress awaitReady() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      Matcher ready = READY.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (ready.find()) {
        return new ServerAddress("127.0.0.1", Integer.parseInt(ready.group(1)));
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("the server doesn't start:\n" + Processes.lastLines(log));
      }
      Processes.pause(Duration.ofMillis(20));
    }
  }

  public ServerAddress address() {
    return address;
  }

  public Path data() {
    return data;
  }

  public long pid() {
    return process.pid();
  }

  public Process process() {
    return process;
  }

  /** A full collection, as {@code jcmd} forces it. */
  public void collectGarbage() throws IOException {
    String unused = jcmd("GC.run");
  }

  /** What a command of {@code jcmd} prints. */
  public String jcmd(String command) throws IOException {
    return Processes.output(List.of(Project.jcmd().toString(), Long.toString(pid()), command));
  }

  /** Kills it as a power cut would. */
  public void kill() throws IOException {
    process.destroyForcibly();
    while (process.isAlive()) {
      Processes.pause(Duration.ofMillis(5));
    }
  }

  /** Ends it, and passes on what it complained about. */
  @Override
  public void close() {
    Processes.end(process);
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      lines
          .filter(line -> line.contains("ERROR"))
          .limit(COMPLAINTS)
          .forEach(line -> System.err.println("the server says: " + line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

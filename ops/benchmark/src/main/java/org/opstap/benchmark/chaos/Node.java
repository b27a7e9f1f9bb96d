package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.opstap.benchmark.client.ServerAddress;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Processes;
import org.opstap.benchmark.process.Server;

/** A server that is killed, started again and paused. Each start has a port of its own. */
final class Node implements AutoCloseable {
  private static final List<String> JAVA_OPTIONS = List.of("-Xmx768m");

  private final String name;
  private final String url;
  private final MariaDb database;
  private final Path data;
  private final List<String> arguments;
  private final LongAdder appends = new LongAdder();
  private volatile Server server;

  /**
   * @param url way to the database
   * @param data shared by all nodes
   */
  Node(String name, String url, MariaDb database, Path data, List<String> arguments)
      throws IOException {
    this.name = name;
    this.url = url;
    this.database = database;
    this.data = data;
    this.arguments = List.copyOf(arguments);
    this.server = launch();
  }

  private Server launch() throws IOException {
    return Server.start(url, database, data, JAVA_OPTIONS, arguments);
  }

  String name() {
    return name;
  }

  /** Where it listens, or did last. */
  ServerAddress address() {
    return server.address();
  }

  /** It acknowledged an append. */
  void noteAppend() {
    appends.increment();
  }

  /** How many it acknowledged. */
  long appends() {
    return appends.sum();
  }

  void kill() throws IOException {
    server.kill();
  }

  void startAgain() throws IOException {
    server.close();
    server = launch();
  }

  /** Stands still with all its connections open. */
  void pause() throws IOException {
    signal("-STOP");
  }

  void resume() throws IOException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException {
    String unused = Processes.output(List.of("kill", signal, Long.toString(server.pid())));
  }

  @Override
  public void close() {
    server.close();
  }
}

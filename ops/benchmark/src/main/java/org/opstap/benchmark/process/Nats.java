package org.opstap.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A NATS on loopback, where one is installed. */
public final class Nats implements AutoCloseable {
  private final Path program;
  private final Path log;
  private final int port;
  private Process process;

  private Nats(Path program, Path log) throws IOException {
    this.program = program;
    this.log = log;
    this.port = Processes.freePort();
    this.process = launch();
  }

  /** Starts one; empty if there is none here. */
  public static Optional<Nats> start(Path folder) throws IOException {
    Optional<Path> program =
        Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
            .map(place -> Path.of(place, "nats-server"))
            .filter(Files::isExecutable)
            .findFirst();
    return program.isPresent()
        ? Optional.of(new Nats(program.get(), folder.resolve("nats.log")))
        : Optional.empty();
  }

  private Process launch() throws IOException {
    return Processes.launch(
        new ProcessBuilder(
                List.of(program.toString(), "-a", "127.0.0.1", "-p", Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
  }

  public int port() {
    return port;
  }

  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  public void kill() {
    process.destroyForcibly();
  }

  /** On the same port. */
  public void startAgain() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    Processes.end(process);
  }
}

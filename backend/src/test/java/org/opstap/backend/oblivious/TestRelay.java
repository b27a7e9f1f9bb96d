package org.opstap.backend.oblivious;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opstap.backend.client.TestNats;

/** The relay of {@code ops/deploy}: a real nginx with the configuration that the script writes. */
final class TestRelay implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int PAUSE_MILLIS = 20;

  private final Process process;
  private final int port;

  private TestRelay(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param gateway an origin on loopback
   * @param page whose requests browsers let through
   * @param folder where nginx may write
   */
  static TestRelay start(URI gateway, String page, Path folder) {
    int port = TestNats.freePort();
    try {
      Path configuration = folder.resolve("relay.conf");
      run(
          new ProcessBuilder(
                  "../ops/deploy/relay",
                  "--gateway",
                  gateway.toString(),
                  "--page",
                  page,
                  "--listen",
                  "127.0.0.1:" + port,
                  "--state",
                  folder.toString())
              .redirectOutput(configuration.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT));
      Process nginx =
          new ProcessBuilder(
                  program().toString(),
                  "-e",
                  "/dev/null",
                  "-c",
                  configuration.toString(),
                  "-g",
                  "daemon off;")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      TestRelay relay = new TestRelay(nginx, port);
      relay.awaitStart();
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private void awaitStart() throws InterruptedException {
    for (int waited = 0; !takesConnections(); waited += PAUSE_MILLIS) {
      if (waited > PATIENCE_MILLIS || !process.isAlive()) {
        throw new AssertionError("nginx doesn't start");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean takesConnections() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void run(ProcessBuilder script) throws IOException, InterruptedException {
    if (script.start().waitFor() != 0) {
      throw new AssertionError("the script refuses");
    }
  }

  private static Path program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/bin"))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nginx is missing: apt-get install nginx-light"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

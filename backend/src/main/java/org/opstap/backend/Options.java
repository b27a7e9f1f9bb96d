package org.opstap.backend;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
@Command(
    name = "ops/run",
    description = "Starts the Opstap server, and a MariaDB with it unless --db-url is given.",
    usageHelpAutoWidth = true)
final class Options {

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
      names = "--samples",
      paramLabel = "on|off",
      defaultValue = "on",
      description =
          "sample programmes for trying things out, on loopback only (default: ${DEFAULT-VALUE})")
  Samples samples = Samples.on;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and stop")
  boolean help;

  /** Sample keys are public knowledge: nobody else may reach a server that trusts them. */
  boolean exposesSamples() throws UnknownHostException {
    return samples == Samples.on && !InetAddress.getByName(host).isLoopbackAddress();
  }

  /** The name under which a browser on this machine reaches the server. */
  String browserHost() throws UnknownHostException {
    InetAddress address = InetAddress.getByName(host);
    return address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : host;
  }
}

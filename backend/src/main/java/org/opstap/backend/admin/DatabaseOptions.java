package org.opstap.backend.admin;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.database.DatabaseAccess;
import org.opstap.backend.database.RunningDatabase;
import picocli.CommandLine.Option;

/** Which database is meant, said as the server is told. */
final class DatabaseOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:opstap.data:-.opstap}",
      description = {
        "data folder of a server: of its database while it runs, its gateway key, and the pending",
        "changes (default: ${DEFAULT-VALUE})"
      })
  Path data = Path.of(".opstap");

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = {
        "JDBC address of the servers' MariaDB, such as jdbc:mariadb://db.example/opstap;",
        "user and password come from OPSTAP_DB_USER and OPSTAP_DB_PASSWORD, or from the URL"
      })
  @Nullable String databaseUrl;

  /** A connection to it, which the caller closes. */
  OperatorDatabase open() {
    if (databaseUrl == null) {
      return OperatorDatabase.open(
          RunningDatabase.of(data)
              .orElseThrow(
                  () ->
                      new Refusal(
                          ("no server with a database of its own runs on the data folder %s: start"
                                  + " it with ops/run --samples off, or say where the database is"
                                  + " with --db-url")
                              .formatted(data))));
    }
    if (!DatabaseAccess.isAddress(databaseUrl)) {
      throw new Refusal("--db-url: an address such as jdbc:mariadb://db.example/opstap");
    }
    return OperatorDatabase.open(
        new DatabaseAccess(
            databaseUrl,
            Optional.ofNullable(System.getenv("OPSTAP_DB_USER")),
            Optional.ofNullable(System.getenv("OPSTAP_DB_PASSWORD"))));
  }

  PendingChanges changes() {
    return PendingChanges.in(data);
  }
}

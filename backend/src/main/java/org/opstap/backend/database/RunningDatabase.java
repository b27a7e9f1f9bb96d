package org.opstap.backend.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the MariaDB that a server runs on a data folder, for another process of the same user. */
public final class RunningDatabase {
  private static final String PORT = "--port=";

  private RunningDatabase() {}

  /** Empty where no server runs on the folder, or where it uses a database elsewhere. */
  public static Optional<DatabaseAccess> of(Path dataFolder) {
    Path folder = dataFolder.toAbsolutePath().normalize().resolve("mariadb");
    try {
      String process = Files.readString(folder.resolve("mariadbd.pid")).strip();
      String password = Files.readString(folder.resolve("password")).strip();
      return ProcessHandle.of(Long.parseLong(process))
          .flatMap(handle -> handle.info().arguments())
          .filter(said -> Arrays.asList(said).contains("--datadir=" + folder.resolve("data")))
          .flatMap(RunningDatabase::port)
          .map(port -> EmbeddedDatabase.access(port, password));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> port(String[] arguments) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(PORT))
        .map(argument -> Integer.valueOf(argument.substring(PORT.length())))
        .findFirst();
  }
}

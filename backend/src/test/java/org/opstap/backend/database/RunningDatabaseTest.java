package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDatabaseTest {
  @TempDir Path folder;

  @Test
  void findsTheDatabaseOfARunningServer() {
    DatabaseAccess running = TestDatabase.access();

    assertEquals(Optional.of(running), RunningDatabase.of(TestFolder.DATA));
  }

  @Test
  void findsNoneInAFolderWithoutAServer() {
    assertEquals(Optional.empty(), RunningDatabase.of(folder));
  }

  @Test
  void takesNoOtherProcessForIt() throws IOException {
    Path mariadb = Files.createDirectories(folder.resolve("mariadb"));
    Files.writeString(mariadb.resolve("password"), "x");
    Files.writeString(
        mariadb.resolve("mariadbd.pid"), Long.toString(ProcessHandle.current().pid()));

    assertEquals(Optional.empty(), RunningDatabase.of(folder));
  }
}

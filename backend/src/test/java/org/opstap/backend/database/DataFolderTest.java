package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void refusesASecondServerWithOneClearLine() {
    try (DataFolder first = DataFolder.open(folder)) {
      var refused = assertThrows(DatabaseException.class, () -> DataFolder.open(first.path()));
      assertTrue(refused.getMessage().startsWith("another Opstap server is running on"));
    }
  }

  @Test
  void isFreeAgainOnceItIsClosed() {
    DataFolder.open(folder).close();

    DataFolder.open(folder).close();
  }
}

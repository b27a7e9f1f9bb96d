package org.opstap.backend.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opstap.backend.database.TestDatabase;

/** Holds the running database's catalogue against metadata-budget.md. */
@MicronautTest(transactional = false)
class MetadataBudgetTest implements TestDatabase {
  private static final String INTEGER = "(tinyint|smallint|int|bigint)\\(\\d+\\)( unsigned)?";

  /** What each data class may be stored as (MET-3). */
  private static final Map<String, Pattern> TYPES =
      Map.ofEntries(
          Map.entry("brand", Pattern.compile("binary\\(16\\)|varbinary\\((16|32|48|64)\\)")),
          Map.entry("ciphertext", Pattern.compile("mediumblob|varbinary\\(512\\)")),
          Map.entry("sealed", Pattern.compile("blob")),
          Map.entry("public-key", Pattern.compile("binary\\(32\\)|blob")),
          Map.entry("digest", Pattern.compile("binary\\((1|32|64)\\)")),
          Map.entry("counter", Pattern.compile(INTEGER)),
          Map.entry("sequence", Pattern.compile(INTEGER)),
          Map.entry("coarse-time", Pattern.compile("date")),
          Map.entry("deadline", Pattern.compile("int\\(\\d+\\) unsigned")),
          Map.entry("enum", Pattern.compile("enum\\(.*\\)")),
          Map.entry("public-profile", Pattern.compile("text|mediumtext")));

  @Test
  void everyColumnHasItsLineAndEveryLineItsColumn() throws SQLException {
    Map<String, String> stored = new TreeMap<>();
    for (Column column : catalogue()) {
      stored.put(column.name(), column.dataClass());
    }

    assertEquals(budget(), stored);
  }

  @Test
  void everyTypeFitsItsDataClass() throws SQLException {
    List<Column> misfits = catalogue().stream().filter(column -> !column.fits()).toList();

    assertEquals(List.of(), misfits);
  }

  @Test
  void findsAPlantedColumn() throws SQLException {
    try (Connection connection = TestDatabase.connect(TestDatabase.access());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE planted (phone VARCHAR(20) COMMENT 'a number', seen DATETIME COMMENT"
              + " 'coarse-time: of a visit')");
      try {
        List<Column> misfits =
            catalogue().stream()
                .filter(column -> !column.fits() || !budget().containsKey(column.name()))
                .toList();

        assertTrue(misfits.stream().anyMatch(column -> column.name().equals("planted.phone")));
        assertTrue(misfits.stream().anyMatch(column -> column.name().equals("planted.seen")));
        assertEquals(2, misfits.size());
      } finally {
        statement.execute("DROP TABLE planted");
      }
    }
  }

  private static Map<String, String> budget() {
    Map<String, String> budget = new TreeMap<>();
    for (List<String> row :
        MarkdownTable.read("metadata-budget.md", "column", "class", "why", "read by", "dies")) {
      assertTrue(row.subList(0, 5).stream().noneMatch(String::isEmpty), row.toString());
      budget.put(row.get(0), row.get(1));
    }
    return budget;
  }

  private static List<Column> catalogue() throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Connection connection = TestDatabase.connect(TestDatabase.access());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name, column_name, column_type, column_comment"
                    + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                    + " AND table_name <> 'flyway_schema_history'")) {
      while (rows.next()) {
        columns.add(
            new Column(
                rows.getString(1) + "." + rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return columns;
  }

  private record Column(String name, String type, String comment) {
    String dataClass() {
      int end = comment.indexOf(": ");
      return end < 0 ? "none" : comment.substring(0, end);
    }

    boolean fits() {
      Pattern allowed = TYPES.get(dataClass().replaceFirst(":.*", ""));
      return allowed != null && allowed.matcher(type).matches();
    }
  }
}

package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPS-8. */
@MicronautTest(transactional = false)
class DatabaseLogsTest implements TestDatabase {
  private static final Map<String, Boolean> AS_IT_SHOULD_BE = Map.of("innodb_encrypt_log", true);

  @Inject DatabaseLogs logs;

  @Test
  void readsTheSettingsOfTheDatabase() {
    Map<String, Boolean> settings = logs.settings();

    assertEquals(5, settings.size());
    // The one that the server starts writes no statements, and can't encrypt.
    assertEquals(List.of(), settings.keySet().stream().filter(settings::get).toList());
    assertEquals(1, DatabaseLogs.wrong(settings).size());
  }

  @Test
  void saysNothingOfOneThatIsAsItShouldBe() {
    assertEquals(List.of(), DatabaseLogs.wrong(AS_IT_SHOULD_BE));
    assertEquals(
        List.of(),
        DatabaseLogs.wrong(with(with(AS_IT_SHOULD_BE, "log_bin", true), "encrypt_binlog", true)));
  }

  @ParameterizedTest
  @CsvSource({
    "general_log, true",
    "slow_query_log, true",
    "log_bin, true",
    "innodb_encrypt_log, false"
  })
  void saysWhichLogTells(String name, boolean isOn) {
    List<String> wrong = DatabaseLogs.wrong(with(AS_IT_SHOULD_BE, name, isOn));

    assertEquals(1, wrong.size());
    assertTrue(wrong.getFirst().contains(name.equals("log_bin") ? "encrypt_binlog" : name));
  }

  private static Map<String, Boolean> with(
      Map<String, Boolean> settings, String name, boolean isOn) {
    Map<String, Boolean> changed = new HashMap<>(settings);
    changed.put(name, isOn);
    return changed;
  }
}

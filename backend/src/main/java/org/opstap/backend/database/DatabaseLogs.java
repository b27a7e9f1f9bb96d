package org.opstap.backend.database;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database writes beside its tables: logs have the order of all that happened, some its
 * second and its words, and none of them forgets when the tables do (OPS-8).
 */
@Singleton
public class DatabaseLogs {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseLogs.class);

  private static final List<String> SETTINGS =
      List.of("general_log", "slow_query_log", "log_bin", "encrypt_binlog", "innodb_encrypt_log");

  private final Transactions transactions;

  DatabaseLogs(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Says in the log what is wrong, for a database that somebody else set up. */
  public void warn() {
    wrong(settings()).forEach(line -> LOG.warn("{}", line));
  }

  /** True for those that are on. */
  Map<String, Boolean> settings() {
    return transactions.without(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "SELECT @@GLOBAL." + String.join(", @@GLOBAL.", SETTINGS))) {
            row.next();
            Map<String, Boolean> settings = new HashMap<>();
            for (int i = 0; i < SETTINGS.size(); i++) {
              settings.put(SETTINGS.get(i), row.getInt(i + 1) == 1);
            }
            return settings;
          }
        });
  }

  static List<String> wrong(Map<String, Boolean> settings) {
    List<String> wrong = new ArrayList<>();
    if (isOn(settings, "general_log")) {
      wrong.add("the database logs every statement with its second: turn general_log off");
    }
    if (isOn(settings, "slow_query_log")) {
      wrong.add("the database logs slow statements with their second: turn slow_query_log off");
    }
    if (isOn(settings, "log_bin") && !isOn(settings, "encrypt_binlog")) {
      wrong.add(
          "the database's binary log has every change with its second, in clear: leave it off, or"
              + " turn encrypt_binlog on and expire_logs_days to 7");
    }
    if (!isOn(settings, "innodb_encrypt_log")) {
      wrong.add(
          "the database's redo log has the order of all changes in clear: turn innodb_encrypt_log"
              + " on, with a key that isn't beside the data");
    }
    return wrong;
  }

  private static boolean isOn(Map<String, Boolean> settings, String name) {
    return settings.getOrDefault(name, false);
  }
}

package org.opstap.backend.database;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mariadb.jdbc.Configuration;

/** How to reach the database; its text form never shows the password. */
public record DatabaseAccess(String url, Optional<String> user, Optional<String> password) {

  /**
   * Statements are read once by the database and kept, values come in binary, and a batch is one
   * message (decision 6).
   */
  private static final String PREPARED = "&useServerPrepStmts=true&useBulkStmts=true";

  /**
   * The settings of Micronaut's default data source, and of the migrations, whose connections may
   * take as long as they need.
   */
  public Map<String, Object> dataSourceProperties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("datasources.default.url", SilenceLimit.limited(url) + PREPARED);
    properties.put("flyway.datasources.default.url", url);
    for (String settings : List.of("datasources.default", "flyway.datasources.default")) {
      user.ifPresent(name -> properties.put(settings + ".username", name));
      password.ifPresent(secret -> properties.put(settings + ".password", secret));
    }
    return properties;
  }

  /** Whether the driver can read an address. */
  public static boolean isAddress(String url) {
    try {
      return Configuration.parse(url) != null;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "DatabaseAccess[redacted]";
  }
}

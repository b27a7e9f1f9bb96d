package org.opstap.backend.client;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Servers beside the one of a test: several nodes over one database. */
public final class TestNodes {
  private TestNodes() {}

  /**
   * Starts one.
   *
   * @param database as {@code TestDatabase} gives it
   * @param more name, value, name, value…
   */
  public static EmbeddedServer start(Map<String, String> database, String... more) {
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("micronaut.server.port", -1);
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    return ApplicationContext.run(EmbeddedServer.class, properties);
  }

  /** What a second node needs to stand on the database of the first. */
  public static Map<String, String> databaseOf(EmbeddedServer node) {
    Map<String, String> properties = new HashMap<>();
    for (String name :
        List.of(
            "datasources.default.url",
            "datasources.default.username",
            "datasources.default.password",
            "flyway.datasources.default.url",
            "flyway.datasources.default.username",
            "flyway.datasources.default.password",
            "opstap.data",
            "opstap.samples")) {
      properties.put(name, context(node).getProperty(name, String.class).orElseThrow());
    }
    return properties;
  }

  public static ApplicationContext context(EmbeddedServer node) {
    return node.getApplicationContext();
  }

  public static TestServer of(EmbeddedServer node) {
    return node.getApplicationContext().getBean(TestServer.class);
  }
}

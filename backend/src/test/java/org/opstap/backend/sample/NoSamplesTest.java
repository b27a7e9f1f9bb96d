package org.opstap.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.database.TestDatabase;

class NoSamplesTest {
  @Test
  void servesNothingMadeUpWithoutSamples() {
    try (var server = start(TestDatabase.emptyDatabase(), "false")) {
      var http = new TestHttp(server.getURI());

      assertEquals(404, http.get("/v1/directory/release").status());
      assertEquals("false", http.get("/.well-known/opstap").text("sample"));
    }
  }

  @Test
  void refusesToStartOnADatabaseThatHoldsSamples() {
    Map<String, String> properties = TestDatabase.emptyDatabase();
    start(properties, "true").close();

    assertThrows(RuntimeException.class, () -> start(properties, "false").close());
  }

  private static EmbeddedServer start(Map<String, String> database, String samples) {
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("opstap.samples", samples);
    properties.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, properties);
  }
}

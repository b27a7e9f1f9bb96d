package org.opstap.backend.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.hpke.Kem;

class RelayOptionHttpTest {
  private static final List<String> RELAYS =
      List.of("https://relay.example", "http://localhost:8081");

  @Test
  void letsThePhonesPageConnectToTheRelaysOfTheRelease() {
    try (EmbeddedServer server = start(TestDatabase.emptyDatabase(), RELAYS)) {
      TestHttp http = new TestHttp(server.getURI());

      assertEquals(RELAYS, release(server).relays());
      assertTrue(
          policy(http, "/")
              .contains("; connect-src 'self' https://relay.example http://localhost:8081; "));
      assertTrue(policy(http, "/team").contains("; connect-src 'self'; "));
    }
  }

  @Test
  void publishesARelayThatIsNewOrGone() {
    Map<String, String> database = TestDatabase.emptyDatabase();
    start(database, List.of()).close();
    try (EmbeddedServer server = start(database, RELAYS)) {
      assertEquals(2, release(server).number());
    }
    try (EmbeddedServer server = start(database, List.of())) {
      assertEquals(3, release(server).number());
      assertEquals(List.of(), release(server).relays());
      assertFalse(policy(new TestHttp(server.getURI()), "/").contains("relay"));
    }
    try (EmbeddedServer server = start(database, List.of())) {
      assertEquals(3, release(server).number());
    }
  }

  @Test
  void namesEveryKeyThatTheGatewayOffers() {
    try (EmbeddedServer server = start(TestDatabase.emptyDatabase(), List.of())) {
      TestHttp http = new TestHttp(server.getURI());
      for (Kem kem : Kem.values()) {
        assertTrue(
            release(server)
                .gatewayKeyDigests()
                .contains(TestOblivious.of(http, kem).key().digest()));
      }
    }
  }

  private static String policy(TestHttp http, String page) {
    return http.get(page).headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private static Release release(EmbeddedServer server) {
    return server
        .getApplicationContext()
        .getBean(DirectoryService.class)
        .current()
        .orElseThrow()
        .release();
  }

  private static EmbeddedServer start(Map<String, String> database, List<String> relays) {
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("opstap.relays", relays);
    properties.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, properties);
  }
}

package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.database.TestDatabase;

/** KPK-12. */
@MicronautTest(transactional = false)
class ClaimHttpTest implements TestDatabase {
  private static final int AN_HOUR = 20;

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @AfterEach
  void goOn() {
    server.clock().reset();
  }

  @Test
  void givesPackagesForTwentyGenerationsAnHour() {
    server.clock().stopAt(Instant.parse("2026-11-22T12:55:00Z"));
    server.worker();
    TestConversation conversation = server.conversation();
    for (int generation = 1; generation <= AN_HOUR; generation++) {
      assertEquals(201, conversation.begin(generation, generation).status());
    }

    TestHttp.Answer tooMany = conversation.claim(AN_HOUR + 1);

    assertProblem("rate-limited", tooMany);
    assertEquals("300", tooMany.headers().firstValue("Retry-After").orElse(""));
    assertEquals(200, server.conversation().claim(1).status());
    server.clock().move(Duration.ofMinutes(5));
    assertEquals(200, conversation.claim(AN_HOUR + 1).status());
    assertEquals(200, conversation.claim(AN_HOUR + 1).status());
  }
}

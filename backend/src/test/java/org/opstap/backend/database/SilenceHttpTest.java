package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** What a phone hears while the database takes its question and says nothing. */
@MicronautTest(transactional = false)
class SilenceHttpTest implements TestDatabase {
  @Inject TestServer server;

  @Test
  void tellsSoWhileTheDatabaseIsSilent() throws Exception {
    try (var other = TestDatabase.connect(TestDatabase.access());
        var statement = other.createStatement()) {
      statement.execute("LOCK TABLES pseudonym WRITE");
      var waitedTooLong =
          CompletableFuture.supplyAsync(
              () -> "nobody waits so long",
              CompletableFuture.delayedExecutor(
                  SilenceLimit.LIMIT.toMillis(), TimeUnit.MILLISECONDS));

      TestHttp.Answer answer = join();

      assertProblem("unavailable", answer);
      assertFalse(waitedTooLong.isDone());
      statement.execute("UNLOCK TABLES");
    }
    assertEquals(201, join().status());
  }

  private TestHttp.Answer join() {
    var key = Ed25519PrivateKey.generate(new SecureRandom()).publicKey();
    return TestTokens.openPseudonym(server.http(), Map.of("publicKey", key.value().toBase64Url()));
  }
}

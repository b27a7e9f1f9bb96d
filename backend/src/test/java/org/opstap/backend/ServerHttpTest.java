package org.opstap.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.opstap.backend.database.TestDatabase;

/** The server over a real MariaDB; a feature's own {@code XHttpTest} begins like this one. */
@MicronautTest(transactional = false)
class ServerHttpTest implements TestDatabase {

  @Inject EmbeddedServer server;

  @Inject
  @Named(TaskExecutors.BLOCKING)
  ExecutorService blocking;

  @Test
  void answersNotFoundForAPathThatNobodyServes() throws Exception {
    var request = HttpRequest.newBuilder(server.getURI().resolve("/v1/nowhere")).build();
    try (var client = HttpClient.newHttpClient()) {
      assertEquals(404, client.send(request, BodyHandlers.ofString()).statusCode());
    }
  }

  @Test
  void runsBlockingWorkOnVirtualThreads() throws Exception {
    assertTrue(blocking.submit(() -> Thread.currentThread().isVirtual()).get());
  }
}

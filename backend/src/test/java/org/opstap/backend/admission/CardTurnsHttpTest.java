package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.wire.Bytes;

/** ADM-33: who has a card doesn't wait behind solutions that are checked. */
@MicronautTest(transactional = false)
class CardTurnsHttpTest implements TestDatabase {
  @Inject TestServer server;
  @Inject TokenService tokens;

  @Test
  void signsForACardWhileEveryTurnForSolutionsIsTaken() throws Exception {
    server.begin();
    server.clock().reset();
    CardSecret card = TestCards.secret();
    TestCards.add(server.workerWithoutPackages().seat(), card, 1);
    Bytes body = TestCards.freshBatch(server.http());
    AdmissionProof work = TestTokens.solve(TestTokens.puzzle(server.http()), body);
    CountDownLatch over = new CountDownLatch(1);

    try (var checks = Executors.newVirtualThreadPerTaskExecutor()) {
      takeEveryTurn(checks, over);
      TestHttp.Answer forWork = ask(body, work);
      TestHttp.Answer forCard = ask(body, new AdmissionProof.Card(card));
      over.countDown();

      assertProblem("unavailable", forWork);
      assertEquals(200, forCard.status());
    }
  }

  private void takeEveryTurn(Executor checks, CountDownLatch over) throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(Limits.ADMISSION_CHECKS_AT_ONCE);
    for (int i = 0; i < Limits.ADMISSION_CHECKS_AT_ONCE; i++) {
      checks.execute(
          () ->
              tokens
                  .workGate()
                  .pass(
                      () -> {
                        taken.countDown();
                        try {
                          over.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        return true;
                      }));
    }
    taken.await();
  }

  private TestHttp.Answer ask(Bytes body, AdmissionProof proof) {
    return TestTokens.refused(server.http(), TestTokens.BATCH, body, proof);
  }
}

package org.opstap.backend.oblivious;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opstap.backend.http.Limits;

/** LIM-7. */
class OpeningLimitTest {
  private static final int TOO_MANY = 8;

  @Test
  void turnsAwayWhoWouldWaitBehindTooMany() throws Exception {
    OpeningLimit limit = new OpeningLimit();
    CountDownLatch going = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking =
          IntStream.range(0, Limits.WAITING_ENCAPSULATIONS + TOO_MANY)
              .mapToObj(i -> threads.submit(() -> limit.open(() -> await(going))))
              .toList();

      while (asking.stream().filter(Future::isDone).count() < TOO_MANY) {
        Thread.sleep(1);
      }
      going.countDown();

      int answered = 0;
      for (Future<Optional<Boolean>> each : asking) {
        answered += each.get().isPresent() ? 1 : 0;
      }
      assertEquals(Limits.WAITING_ENCAPSULATIONS, answered);
      assertEquals(Optional.of(true), limit.open(() -> true));
    }
  }

  private static boolean await(CountDownLatch going) {
    try {
      going.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

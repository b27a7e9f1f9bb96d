package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ADM-22. */
class NarrowGateTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch inside = new CountDownLatch(2);
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
    threads.close();
  }

  @Test
  void letsTwoInAndTurnsAwayWhoWouldWaitBehindTooMany() throws Exception {
    NarrowGate gate = new NarrowGate(2, 1, LONG);
    List<Future<Optional<String>>> entered = occupy(gate);
    Future<Optional<String>> waits = threads.submit(() -> gate.pass(() -> "waited"));
    while (gate.waiting() == 0) {
      Thread.onSpinWait();
    }

    assertEquals(Optional.empty(), gate.pass(() -> "turned away"));

    over.countDown();
    assertEquals(Optional.of("waited"), waits.get());
    assertEquals(Optional.of("done"), entered.getFirst().get());
    assertEquals(0, gate.waiting());
  }

  @Test
  void countsNobodyAsWaitingWhoFindsAPlaceFree() {
    NarrowGate gate = new NarrowGate(1, 0, LONG);

    assertEquals(Optional.of("done"), gate.pass(() -> "done"));
    assertEquals(0, gate.waiting());
  }

  @Test
  void letsNobodyWaitForLong() throws Exception {
    NarrowGate gate = new NarrowGate(2, 1, Duration.ofMillis(1));
    occupy(gate);

    assertEquals(Optional.empty(), gate.pass(() -> "too late"));
    assertEquals(0, gate.waiting());
  }

  @Test
  void givesThePlaceOfFailedWorkBack() {
    NarrowGate gate = new NarrowGate(1, 1, LONG);
    assertThrows(
        IllegalStateException.class,
        () ->
            gate.pass(
                () -> {
                  throw new IllegalStateException();
                }));

    assertEquals(Optional.of("next"), gate.pass(() -> "next"));
  }

  private List<Future<Optional<String>>> occupy(NarrowGate gate) throws InterruptedException {
    List<Future<Optional<String>>> entered = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      entered.add(threads.submit(() -> gate.pass(this::stay)));
    }
    inside.await();
    return entered;
  }

  private String stay() {
    inside.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "done";
  }
}

package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GathererTest {
  private static final int BAD = 1_000_000;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void end() {
    open.countDown();
    callers.close();
  }

  @Test
  void answersEachWithItsOwn() throws Exception {
    try (var gatherer = gatherer(2, 8, 1_000)) {
      open.countDown();

      List<Future<Integer>> answers = ask(gatherer, IntStream.range(0, 200).boxed().toList());

      for (int i = 0; i < 200; i++) {
        assertEquals(-i, answers.get(i).get());
      }
    }
  }

  @Test
  void putsTogetherWhatCameWhileItWasBusy() throws Exception {
    try (var gatherer = gatherer(1, 8, 1_000)) {
      ask(gatherer, List.of(0));
      awaitWaiting(gatherer, 0);
      List<Future<Integer>> answers = ask(gatherer, IntStream.range(1, 20).boxed().toList());
      awaitWaiting(gatherer, 19);
      open.countDown();
      for (Future<Integer> answer : answers) {
        answer.get();
      }

      assertEquals(List.of(1, 8, 8, 3), batches.stream().map(List::size).toList());
    }
  }

  @Test
  void letsABadQuestionFailByItself() throws Exception {
    try (var gatherer = gatherer(1, 100, 1_000)) {
      ask(gatherer, List.of(0));
      awaitWaiting(gatherer, 0);
      List<Future<Integer>> answers = ask(gatherer, List.of(1, BAD, 2));
      awaitWaiting(gatherer, 3);
      open.countDown();

      assertEquals(-1, answers.get(0).get());
      assertEquals(-2, answers.get(2).get());
      Exception failed = assertThrows(Exception.class, () -> answers.get(1).get());
      assertTrue(String.valueOf(failed.getCause()).endsWith("bad"));
    }
  }

  @Test
  void turnsAwayWhoWouldWaitTooLong() throws Exception {
    try (var gatherer = gatherer(1, 1, 2)) {
      ask(gatherer, List.of(0));
      awaitWaiting(gatherer, 0);
      ask(gatherer, List.of(1, 2));
      awaitWaiting(gatherer, 2);

      assertThrows(UnavailableException.class, () -> gatherer.ask(3));
    }
  }

  @Test
  void leavesNobodyWaitingForADatabaseThatIsAway() {
    var gatherer = gatherer(1, 1, 10);

    assertThrows(UnavailableException.class, () -> gatherer.ask(1));

    open.countDown();
    gatherer.close();
  }

  @Test
  void finishesWhatItTookAndTakesNoMore() throws Exception {
    var gatherer = gatherer(1, 2, 100);
    ask(gatherer, List.of(0));
    awaitWaiting(gatherer, 0);
    List<Future<Integer>> answers = ask(gatherer, List.of(1, 2, 3, 4, 5));
    awaitWaiting(gatherer, 5);
    Future<?> closed = callers.submit(gatherer::close);
    while (gatherer.waiting() > 0) {
      open.countDown();
      Thread.sleep(1);
    }
    closed.get(10, TimeUnit.SECONDS);

    for (Future<Integer> answer : answers) {
      assertTrue(answer.get() < 0);
    }
    assertThrows(UnavailableException.class, () -> gatherer.ask(6));
  }

  /** Negates, once it may begin; {@link #BAD} makes its whole batch fail. */
  private Gatherer<Integer, Integer> gatherer(int lanes, int batch, int waiting) {
    return new Gatherer<>(
        "test",
        lanes,
        batch,
        waiting,
        number -> number,
        numbers -> {
          batches.add(numbers);
          try {
            open.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (numbers.contains(BAD)) {
            throw new IllegalArgumentException("bad");
          }
          return numbers.stream().map(number -> -number).toList();
        });
  }

  /** Asks in this order, each on a thread of its own. */
  private List<Future<Integer>> ask(Gatherer<Integer, Integer> gatherer, List<Integer> numbers) {
    return numbers.stream()
        .map(number -> callers.submit((Callable<Integer>) () -> gatherer.ask(number)))
        .toList();
  }

  private void awaitWaiting(Gatherer<Integer, Integer> gatherer, int number) throws Exception {
    while (batches.isEmpty() || gatherer.waiting() != number) {
      Thread.sleep(1);
    }
  }
}

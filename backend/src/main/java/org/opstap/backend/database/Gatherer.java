package org.opstap.backend.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Puts what many callers ask at the same time together, so that the database does it for all of
 * them at once. Nobody waits for company: a lane takes whatever has gathered while it was busy.
 *
 * <p>Questions of the same key go down the same lane, in the order in which they came. A question
 * that makes its batch fail is asked again alone, as are its neighbours, so that it fails by
 * itself.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
public final class Gatherer<Q, A> implements AutoCloseable {
  /** What was accepted is finished within this, or the database is away. */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  private final List<Lane> lanes = new ArrayList<>();
  private final ToIntFunction<Q> key;
  private final int batch;
  private final Function<List<Q>, List<A>> work;
  private volatile boolean closing;

  /**
   * @param name of its threads
   * @param lanes how many batches are under way at once
   * @param batch how many questions one batch has at most
   * @param waiting how many may wait for each lane; more are turned away
   * @param key questions of the same key are never in two batches at once
   * @param work answers a batch, in its order
   */
  public Gatherer(
      String name,
      int lanes,
      int batch,
      int waiting,
      ToIntFunction<Q> key,
      Function<List<Q>, List<A>> work) {
    this.key = key;
    this.batch = batch;
    this.work = work;
    for (int i = 0; i < lanes; i++) {
      Lane lane = new Lane(new ArrayBlockingQueue<>(waiting));
      this.lanes.add(lane);
      lane.thread = Thread.ofVirtual().name(name + '-' + i).start(lane);
    }
  }

  /**
   * The answer to one question, within {@link UnavailableException#PATIENCE}.
   *
   * @throws UnavailableException if there is none by then, or too many wait
   */
  public A ask(Q question) {
    Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
    var lane = lanes.get(Math.floorMod(key.applyAsInt(question), lanes.size()));
    if (closing || !lane.queue.offer(asked)) {
      throw new UnavailableException();
    }
    try {
      return asked.answer().get(UnavailableException.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new UnavailableException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a batch failed", e.getCause());
    }
  }

  /** How many questions wait now. */
  public int waiting() {
    return lanes.stream().mapToInt(lane -> lane.queue.size()).sum();
  }

  /** Takes nothing more, finishes what was taken, and ends. */
  @Override
  public void close() {
    closing = true;
    long end = System.nanoTime() + FAREWELL.toNanos();
    for (Lane lane : lanes) {
      lane.finish(end);
    }
  }

  private void answer(List<Asked<Q, A>> together) {
    try {
      List<A> answers = work.apply(together.stream().map(Asked::question).toList());
      for (int i = 0; i < answers.size(); i++) {
        together.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (together.size() == 1 || DatabaseTrouble.isPassing(e)) {
        together.forEach(asked -> asked.answer().completeExceptionally(e));
      } else {
        together.forEach(asked -> answer(List.of(asked)));
      }
    }
  }

  private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

  private final class Lane implements Runnable {
    /** How often a lane without questions looks whether it is to end. */
    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<Asked<Q, A>> queue;
    private Thread thread = Thread.currentThread();

    Lane(BlockingQueue<Asked<Q, A>> queue) {
      this.queue = queue;
    }

    @Override
    public void run() {
      List<Asked<Q, A>> together = new ArrayList<>(batch);
      try {
        while (!closing || !queue.isEmpty()) {
          Asked<Q, A> first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
          if (first != null) {
            together.add(first);
            queue.drainTo(together, batch - 1);
            answer(together);
            together.clear();
          }
        }
      } catch (InterruptedException e) {
        queue.forEach(asked -> asked.answer().completeExceptionally(new UnavailableException()));
      }
    }

    void finish(long end) {
      try {
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        if (!thread.join(Duration.ofMillis(left))) {
          thread.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        thread.interrupt();
      }
    }
  }
}

package org.opstap.backend.wake;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what no wake-up told: compares the newest sequence of every conversation that is streamed
 * here with what its streams were told (WAK-4).
 */
@Context
@Requires(property = "opstap.nats-url")
class LatestComparison {
  /** Somebody who waits for an answer doesn't notice it; the database hardly does. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  /** While NATS is there: another node may have lost it, and not this one. */
  static final Duration PAUSE_WITH_NATS = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(LatestComparison.class);

  /** One question to the database: a few milliseconds. */
  private static final int HOLDERS_A_QUERY = 500;

  private final LiveStreams streams;
  private final LastTold told;
  private final LatestStore store;
  private final NatsWake nats;
  private final ScheduledFuture<?> pausing;
  private Duration sinceLast = Duration.ZERO;
  private boolean failing;

  LatestComparison(
      LiveStreams streams,
      LastTold told,
      LatestStore store,
      NatsWake nats,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.streams = streams;
    this.told = told;
    this.store = store;
    this.nats = nats;
    this.pausing = scheduler.scheduleWithFixedDelay(PAUSE, PAUSE, this::compareIfDue);
  }

  @PreDestroy
  void close() {
    pausing.cancel(false);
  }

  synchronized void compareIfDue() {
    sinceLast = sinceLast.plus(PAUSE);
    boolean missed = nats.mayHaveMissed();
    nats.connectAgain();
    if (missed || nats.isAway() || sinceLast.compareTo(PAUSE_WITH_NATS) >= 0) {
      sinceLast = Duration.ZERO;
      compare();
    }
  }

  private void compare() {
    try {
      Set<ConversationId> seen = new HashSet<>();
      List<LatestStore.Row> changed = new ArrayList<>();
      for (List<BrandedId> holders : chunks()) {
        for (LatestStore.Row row : store.latestOf(holders)) {
          seen.add(row.news().conversation());
          if (told.isNew(row.news())) {
            changed.add(row);
          }
        }
      }
      // Not before: to tell one holder marks the conversation as told.
      changed.forEach(row -> streams.tell(row.news(), List.of(row.holder())));
      told.keepOnly(seen);
      failing = false;
    } catch (RuntimeException e) {
      // Whatever it is: the next comparison comes.
      if (!failing) {
        LOG.warn("the conversations can't be compared", e);
      }
      failing = true;
    }
  }

  private List<List<BrandedId>> chunks() {
    List<BrandedId> all = new ArrayList<>(streams.holders());
    List<List<BrandedId>> chunks = new ArrayList<>();
    for (int start = 0; start < all.size(); start += HOLDERS_A_QUERY) {
      chunks.add(all.subList(start, Math.min(all.size(), start + HOLDERS_A_QUERY)));
    }
    return chunks;
  }
}

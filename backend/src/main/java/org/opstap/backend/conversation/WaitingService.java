package org.opstap.backend.conversation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.ProgrammeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for promises that were broken, on every node: each step is taken once (WAI-2), and the
 * members are told as of an entry.
 */
@Singleton
class WaitingService {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingService.class);

  private final WaitingStore store;
  private final SeatStore seats;
  private final ConversationService conversations;
  private final DirectoryService directory;
  private final WaitingMetrics metrics;
  private final Clock clock;

  WaitingService(
      WaitingStore store,
      SeatStore seats,
      ConversationService conversations,
      DirectoryService directory,
      WaitingMetrics metrics,
      Clock clock) {
    this.store = store;
    this.seats = seats;
    this.conversations = conversations;
    this.directory = directory;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Scheduled(
      initialDelay = "${opstap.waiting-pause:20s}",
      fixedDelay = "${opstap.waiting-pause:20s}")
  void look() {
    int steps = stepAll();
    if (steps > 0) {
      LOG.info("waiting: {} steps", steps);
    }
  }

  /** Takes every step that is due now; how many of them this node took. */
  int stepAll() {
    Instant now = clock.instant();
    // The later state first: who is told to go on now was not told only a moment ago.
    return stepAll(Waiting.BACKUP, now) + stepAll(Waiting.PROMISED, now);
  }

  private int stepAll(Waiting waiting, Instant now) {
    Map<ProgrammeId, Instant> deadlines = new HashMap<>();
    int taken = 0;
    List<WaitingStore.Due> due;
    do {
      due = store.due(waiting, now, Limits.WAITING_STEPS_AT_ONCE);
      for (WaitingStore.Due each : due) {
        taken += step(each, now, deadlines) ? 1 : 0;
      }
    } while (due.size() == Limits.WAITING_STEPS_AT_ONCE);
    return taken;
  }

  private boolean step(WaitingStore.Due due, Instant now, Map<ProgrammeId, Instant> deadlines) {
    boolean toBackup = due.waiting() == Waiting.PROMISED;
    Instant answerBy =
        toBackup
            ? deadlines.computeIfAbsent(
                due.programme(), programme -> secondDeadline(programme, now))
            : due.answerBy();
    if (!store.step(due, toBackup ? Waiting.BACKUP : Waiting.NEXT, answerBy)) {
      return false;
    }
    metrics.took(toBackup);
    conversations.announce(
        due.conversation(),
        seats.of(due.conversation()).stream().filter(Seat::isMember).map(Seat::holder).toList());
    return true;
  }

  /** Of a programme that the directory doesn't know any more: the least. */
  private Instant secondDeadline(ProgrammeId programme, Instant now) {
    return directory
        .current()
        .flatMap(current -> current.backupAnswersBy(programme, now))
        .orElse(now.plus(Limits.LEAST_SECOND_DEADLINE));
  }
}

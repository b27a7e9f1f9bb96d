package org.opstap.backend.conversation;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for leads that nobody answered in time, on every node: each ends once (LEA-7). */
@Singleton
class LeadWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LeadWatch.class);

  private final LeadMoveService moves;

  LeadWatch(LeadMoveService moves) {
    this.moves = moves;
  }

  @Scheduled(
      initialDelay = "${opstap.waiting-pause:20s}",
      fixedDelay = "${opstap.waiting-pause:20s}")
  void look() {
    int lapsed = moves.lapseAll();
    if (lapsed > 0) {
      LOG.info("leads: {} without an answer", lapsed);
    }
  }
}

package org.opstap.backend.lead;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * Keeps leads. Whoever changes one holds its conversation's lock, and the device that she let in
 * against being cut off; {@link #withdrawOf} cuts it off itself.
 */
@Singleton
public class LeadService {
  private final LeadStore store;
  private final Clock clock;
  private final SecureRandom random;

  LeadService(LeadStore store, Clock clock, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  public Optional<Lead> find(LeadId id) {
    return store.find(id);
  }

  /** Those of a conversation, ended ones included. */
  public List<Lead> of(ConversationId conversation) {
    return store.of(conversation);
  }

  /** The one that is not over, if there is one: there is never more. */
  public Optional<Lead> open(ConversationId conversation) {
    return store.of(conversation).stream().filter(Lead::isOpen).findFirst();
  }

  /** The newest that a programme's devices may know of. */
  public List<Lead> of(ProgrammeId programme) {
    return store.of(programme, Limits.LEADS_A_LIST);
  }

  /** Those whose deadline has come, some of them at a time. */
  public List<Lead> due() {
    return store.due(clock.instant(), Limits.WAITING_STEPS_AT_ONCE);
  }

  public Lead propose(ConversationId conversation, ProgrammeId from, ProgrammeId to) {
    Lead lead = Lead.proposed(LeadId.random(random), conversation, from, to, Coarse.today(clock));
    store.insert(lead);
    return lead;
  }

  /** What becomes of a lead by a move, not stored yet. */
  public LeadState.Step step(Lead lead, LeadMove move) {
    return lead.state().after(move);
  }

  /** Stores a lead in the state that a move leads to. */
  public Lead take(Lead lead, LeadState next, LeadMove move) {
    Lead moved = lead.in(next, move, Coarse.today(clock));
    store.save(moved);
    return moved;
  }

  /** Ends what a device was let in for that is cut off. */
  public void withdrawOf(DeviceId device) {
    store.withdrawOf(device, Coarse.today(clock));
  }
}

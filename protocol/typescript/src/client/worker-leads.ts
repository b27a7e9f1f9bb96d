import type { ConversationLog } from '../conversation/conversation-log.js';
import { isPseudonym } from '../conversation/conversation-view.js';
import type { Lead } from '../conversation/lead.js';
import { LeadRequests } from '../conversation/lead-requests.js';
import type { LogState } from '../conversation/log-state.js';
import type { ConversationId, LeadId, ProgrammeId } from '../id/branded-id.js';
import type { Decline } from '../payload/payload.js';
import type { SeatSession } from '../session/seat-session.js';
import type { Condition } from '../vocabulary/vocabulary.js';

/** Why a worker proposes a programme: in words, and by the codes of the ranking's reasons. */
export interface LeadReason {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** What a receiving programme answers; which condition doesn't fit is said inside MLS alone (LEA-1). */
export type LeadAnswer =
  | { readonly answer: 'accepted' }
  | { readonly answer: Decline; readonly condition?: Condition };

/** What members said of a lead inside MLS, as far as this device has read it. */
export interface LeadWords {
  /** Why it was proposed; null where nobody has told her yet, or this device came later. */
  readonly why: string | null;
  /** Which condition doesn't fit; null where none was named. */
  readonly condition: Condition | null;
  /** Where it stands among what this device knows of the conversation: a later one is higher. */
  readonly order: number;
}

/** The leads of one conversation, on a device that is in it. */
export class WorkerLeads {
  readonly #conversation: ConversationId;
  readonly #state: LogState;
  readonly #log: ConversationLog;
  readonly #requests: LeadRequests;
  readonly #now: () => number;

  constructor(
    conversation: ConversationId,
    state: LogState,
    log: ConversationLog,
    session: SeatSession,
    now: () => number,
  ) {
    this.#conversation = conversation;
    this.#state = state;
    this.#log = log;
    this.#requests = new LeadRequests(session);
    this.#now = now;
  }

  list(): Promise<readonly Lead[]> {
    return this.#requests.ofConversation(this.#conversation);
  }

  /** What devices said of a lead; what the seeker's phone says of it counts for nothing. */
  words({ lead, to, reason }: Lead): LeadWords {
    let words: LeadWords = { why: null, condition: null, order: 0 };
    for (const { order, sender, payload } of this.#state.items) {
      if (payload === null || (sender !== null && isPseudonym(sender))) continue;
      if (payload.type === 'lead' && payload.lead === lead && payload.programme === to)
        words = { ...words, why: words.why ?? payload.text, order };
      if (payload.type === 'lead-answer' && payload.lead === lead && payload.answer === reason)
        words = { ...words, condition: payload.condition ?? null };
    }
    return words;
  }

  /**
   * Proposes a programme and tells her why; again after a failure it is the same lead, told once. Throws `not-fixed-contact`, `lead-open`,
   * `programme-unavailable`.
   */
  async propose(programme: ProgrammeId, why: LeadReason): Promise<LeadId> {
    const { lead } = await this.#requests.propose(this.#conversation, programme);
    const told = this.#state.items.some(
      ({ sender, payload }) => sender === null && payload?.type === 'lead' && payload.lead === lead,
    );
    if (!told) await this.#state.keep({ type: 'lead', lead, programme, ...why }, this.#now());
    await this.#log.sync();
    return lead;
  }

  /** Answers for the receiving programme. What declines is told before this device is out of it, and once, also after a failure. */
  async answer(lead: LeadId, answer: LeadAnswer): Promise<void> {
    if (answer.answer !== 'accepted') {
      const { answer: decline, condition } = answer;
      const told = this.#state.items.some(
        ({ sender, payload }) =>
          sender === null &&
          payload?.type === 'lead-answer' &&
          payload.lead === lead &&
          payload.answer === decline &&
          payload.condition === condition,
      );
      if (!told) await this.#state.keep({ type: 'lead-answer', lead, ...answer }, this.#now());
      await this.#log.sync();
    }
    await this.#requests.answer(lead, answer.answer);
    await this.#log.sync();
  }

  /** The conversation becomes the receiving programme's (LEA-8): that one's device takes the others out of the keys, where it is there. */
  async handOver(lead: LeadId): Promise<void> {
    await this.#requests.handOver(lead);
    await this.#log.sync();
  }

  /** She stays with the first programme; the receiving one is out of it. */
  async stay(lead: LeadId): Promise<void> {
    await this.#requests.stay(lead);
    await this.#log.sync();
  }

  async withdraw(lead: LeadId): Promise<void> {
    await this.#requests.withdraw(lead);
    await this.#log.sync();
  }
}

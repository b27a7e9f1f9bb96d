import type {
  HandoverCard,
  OfferedLead,
  SeekerConversation,
  SeekerLeads,
} from '@opstap/protocol/client/index';
import type { PlanState } from '@opstap/protocol/plan/plan-state';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import { passes, troubleOf } from '../../shared/model/trouble.js';
import type { Draft } from '../model/draft.js';
import { nothingPassed } from '../model/passing.js';

/** What leads need from the page. */
export interface LeadsPage {
  readonly current: () => SeekerConversation | undefined;
  readonly draft: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** Shows the conversation as it is now, and brings away what is kept here. */
  readonly bring: () => void;
}

/** Why something that she wanted has not happened. */
export type LeadFailure = 'away' | 'nobody' | 'not-trusted' | 'gone' | 'too-long' | 'unknown';

const open: readonly OfferedLead['state'][] = ['proposed', 'consented', 'accepted'];
const letIn: readonly OfferedLead['state'][] = ['consented', 'accepted', 'handed-over'];

/** Other programmes that are proposed to her (LEA-16), and what she passes on to them. */
export class Leads {
  /** Of the conversation that is shown, the oldest first. */
  all = $state.raw<readonly OfferedLead[]>([]);
  working = $state(false);
  failed = $state<LeadFailure | null>(null);
  readonly #page: LeadsPage;
  #of: string | null = null;
  #acted = false;

  constructor(page: LeadsPage) {
    this.#page = page;
  }

  /** The newest one, unless it is over and she has closed it. */
  get shown(): OfferedLead | null {
    const newest = this.all.at(-1) ?? null;
    return newest === null || newest.lead === this.#page.draft().leadRead ? null : newest;
  }

  /** The one to whose programme she can pass something on; null where there is none. */
  get passesTo(): OfferedLead | null {
    const newest = this.all.at(-1) ?? null;
    return newest !== null && letIn.includes(newest.state) ? newest : null;
  }

  /** Whether what is shown now came of what she did; asked once. */
  takeActed(): boolean {
    const acted = this.#acted;
    this.#acted = false;
    return acted;
  }

  /** What is known of another conversation is not this one's. */
  showFor(prefix: string | null): void {
    if (this.#of === prefix) return;
    this.#of = prefix;
    this.all = [];
    this.failed = null;
  }

  /** Looks at them again. What can't be looked at now is with the next sync; never throws. */
  async look(): Promise<void> {
    const conversation = this.#page.current();
    if (conversation?.knowsOfLeads !== true || conversation.moved) return;
    try {
      const leads = await (await conversation.leads()).list();
      if (conversation === this.#page.current()) this.#take(leads);
    } catch {
      // What was shown before still is.
    }
  }

  async consent({ lead }: OfferedLead): Promise<void> {
    await this.#do((leads) => leads.consent(lead));
  }

  async refuse({ lead }: OfferedLead): Promise<void> {
    await this.#do((leads) => leads.refuse(lead));
  }

  /** Takes a consent back; where both are there already, she stays with the first one. */
  async takeBack({ lead, state }: OfferedLead): Promise<void> {
    await this.#do((leads) => (state === 'accepted' ? leads.stay(lead) : leads.withdraw(lead)));
  }

  close({ lead }: OfferedLead): void {
    this.#page.change({ leadRead: lead });
  }

  /** To the card, with what she has picked for it before. */
  compose({ lead }: OfferedLead): void {
    const { passing } = this.#page.draft();
    this.failed = null;
    this.#page.change({ screen: 'pass-on', passing: passing?.lead === lead ? passing : nothingPassed(lead) });
  }

  /** Sends the card, and leaves for the conversation. */
  async passOn({ lead }: OfferedLead, card: HandoverCard): Promise<void> {
    if (await this.#do((leads) => leads.passOn(lead, card)))
      this.#page.change({ screen: 'conversation', passing: null });
  }

  /** The plan as who is told it again reads it; null where there is no conversation. */
  planTold(): PlanState | null {
    return this.#page.current()?.plan.told ?? null;
  }

  #take(leads: readonly OfferedLead[]): void {
    this.all = leads;
    const { passing } = this.#page.draft();
    // Nobody is left to read it.
    if (passing !== null && this.passesTo?.lead !== passing.lead) this.#page.change({ passing: null });
  }

  async #do(what: (leads: SeekerLeads) => Promise<void>): Promise<boolean> {
    const conversation = this.#page.current();
    if (conversation === undefined || this.working) return false;
    const before = this.all.at(-1)?.state;
    this.working = true;
    this.failed = null;
    try {
      await what(await conversation.leads());
      this.#acted = true;
      return true;
    } catch (error) {
      // Somebody else's move came first: what has become of it is shown.
      if (!hasCode(error, 'lead-moved')) this.failed = failureOf(error);
      return false;
    } finally {
      await this.look();
      // It came about, and only what followed it failed.
      if (this.all.at(-1)?.state !== before) this.failed = null;
      this.working = false;
      this.#page.bring();
    }
  }
}

/** Whether something may still follow. */
export function isOpen({ state }: OfferedLead): boolean {
  return open.includes(state);
}

function failureOf(error: unknown): LeadFailure {
  if (hasCode(error, 'change-waits')) return 'away';
  if (hasCode(error, 'lead-unknown')) return 'gone';
  const trouble = troubleOf(error);
  if (passes(trouble)) return 'away';
  switch (trouble) {
    case 'nobody-on-duty':
      return 'nobody';
    case 'team-not-trusted':
      return 'not-trusted';
    case 'programme-gone':
      return 'gone';
    case 'message-refused':
      return 'too-long';
    default:
      return 'unknown';
  }
}

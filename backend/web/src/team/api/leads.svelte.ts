import type { LeadAnswer, LeadReason, Worker, WorkerConversation } from '@opstap/protocol/client/index';
import type { DirectoryHolding } from '@opstap/protocol/client/trusted-directory';
import type { Lead } from '@opstap/protocol/conversation/lead';
import { findProgramme } from '@opstap/protocol/directory/release';
import type { LeadId, ProgrammeId } from '@opstap/protocol/id/branded-id';
import { hasCode } from '@opstap/protocol/problem/opstap-error';

/** What leads need from the page. */
export interface LeadPage {
  readonly worker: () => Worker | undefined;
  /** Shows what changed. */
  readonly show: () => void;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** Why something about a lead was not taken, as far as what she can do differs. */
export type LeadRefusal = 'moved' | 'open' | 'unavailable' | 'full' | 'not-yours';

const refusals: Readonly<Record<string, LeadRefusal>> = {
  'lead-moved': 'moved',
  'lead-not-found': 'moved',
  'conversation-not-found': 'moved',
  'lead-open': 'open',
  'programme-unavailable': 'unavailable',
  'leads-full': 'full',
  'not-fixed-contact': 'not-yours',
  'not-for-this-role': 'not-yours',
};

/** What she has chosen and written of a proposal. */
export interface LeadDraft {
  readonly programme: ProgrammeId | null;
  /** The municipality to look from; null where she chose none, and what the visitor said counts. */
  readonly place: string | null;
  readonly text: string;
}

const emptyDraft: LeadDraft = { programme: null, place: null, text: '' };

/** How a case ended on this device by a lead. */
export type LeadEnd = 'declined' | 'handed-over' | 'given-back';

/** What comes in to the own programme and goes out from it, and what is done about it. */
export class LeadDesk {
  /** Null before they came. */
  leads = $state.raw<readonly Lead[] | null>(null);
  /** The own programme; null before that is known. */
  programme = $state.raw<ProgrammeId | null>(null);
  /** What the directory said when it was last looked at. */
  holding = $state.raw<DirectoryHolding | null>(null);
  /** The case for which a programme is being chosen, or null. */
  choosing = $state<string | null>(null);
  busy = $state(false);
  refusal = $state<LeadRefusal | null>(null);
  /** What the last thing was that happened, where this device left a case by it. */
  left = $state<LeadEnd | null>(null);
  #drafts = $state.raw<Readonly<Record<string, LeadDraft>>>({});
  #looks = 0;
  readonly #page: LeadPage;

  constructor(page: LeadPage) {
    this.#page = page;
  }

  async look(): Promise<void> {
    const worker = this.#page.worker();
    if (worker === undefined || worker.device === null) return;
    this.#looks += 1;
    const look = this.#looks;
    const leads = await worker.leads();
    if (look !== this.#looks) return;
    this.leads = leads;
    this.programme = worker.programme.id;
    this.holding = worker.directory.holding ?? null;
    this.#forgetDrafts(worker);
    this.#page.show();
  }

  /** Looks, and says where that isn't possible. */
  async open(): Promise<void> {
    await this.#page.attempt(() => this.look());
  }

  /** The name of a programme; null where the directory doesn't have it. */
  nameOf(programme: ProgrammeId): string | null {
    const release = this.holding?.release.content;
    return (release && findProgramme(release, programme)?.name) ?? null;
  }

  /** Begins to choose a programme for a case, with what programmes say of themselves now. */
  async choose(id: string): Promise<void> {
    this.refusal = null;
    this.choosing = id;
    const worker = this.#page.worker();
    await worker?.directory.refresh().catch(() => undefined);
    this.holding = worker?.directory.holding ?? this.holding;
  }

  /** Back to the case. What she wrote of a proposal is there when she chooses again. */
  stop(): void {
    this.choosing = null;
    this.refusal = null;
    this.left = null;
  }

  draftOf(id: string): LeadDraft {
    return this.#drafts[id] ?? emptyDraft;
  }

  write(id: string, change: Partial<LeadDraft>): void {
    this.#drafts = { ...this.#drafts, [id]: { ...this.draftOf(id), ...change } };
  }

  /** Proposes a programme and tells the visitor why; the case is shown then. */
  async propose(id: string, programme: ProgrammeId, why: LeadReason): Promise<void> {
    const done = await this.#act(id, async ({ leads }) => {
      await leads.propose(programme, why);
    });
    if (!done) return;
    this.#drafts = Object.fromEntries(Object.entries(this.#drafts).filter(([each]) => each !== id));
    this.choosing = null;
  }

  async answer(id: string, lead: LeadId, answer: LeadAnswer): Promise<void> {
    await this.#act(id, ({ leads }) => leads.answer(lead, answer), 'declined');
  }

  async handOver(id: string, lead: LeadId): Promise<void> {
    await this.#act(id, ({ leads }) => leads.handOver(lead), 'handed-over');
  }

  async stay(id: string, lead: LeadId): Promise<void> {
    await this.#act(id, ({ leads }) => leads.stay(lead), 'given-back');
  }

  async withdraw(id: string, lead: LeadId): Promise<void> {
    await this.#act(id, ({ leads }) => leads.withdraw(lead));
  }

  /** Whether it was taken. `end` is how the case ends on this device, if it does by it. */
  async #act(
    id: string,
    action: (conversation: WorkerConversation) => Promise<void>,
    end: LeadEnd | null = null,
  ): Promise<boolean> {
    const conversation = this.#page.worker()?.conversations.find((each) => each.id === id);
    if (conversation === undefined || this.busy) return false;
    this.busy = true;
    this.refusal = null;
    const done = await this.#page.attempt(async () => {
      try {
        await action(conversation);
      } catch (error) {
        this.refusal = refusalOf(error);
        if (this.refusal === null) throw error;
      }
    });
    await this.look().catch(() => undefined);
    this.busy = false;
    this.#page.show();
    const taken = done && this.refusal === null;
    if (taken && conversation.standing === 'closed') this.left = end;
    return taken;
  }

  #forgetDrafts({ conversations }: Worker): void {
    const known = Object.entries(this.#drafts).filter(([id]) => conversations.some((each) => each.id === id));
    if (known.length < Object.keys(this.#drafts).length) this.#drafts = Object.fromEntries(known);
  }
}

function refusalOf(error: unknown): LeadRefusal | null {
  return Object.entries(refusals).find(([code]) => hasCode(error, code))?.[1] ?? null;
}

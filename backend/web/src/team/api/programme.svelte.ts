import type { OwnProgramme, StatusContent } from '@opstap/protocol/client/index';
import type { Programme } from '@opstap/protocol/directory/programme';
import type { ProgrammeProposal, ProposedChanges } from '@opstap/protocol/directory/programme-proposal';
import type { ProgrammeStatus } from '@opstap/protocol/directory/programme-status';
import type { Release } from '@opstap/protocol/directory/release';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import type { ProposalDraft } from '../model/proposal-draft.js';
import type { StatusDraft } from '../model/status-draft.js';
import type { TeamKey } from '../model/words.js';

/** What the programme's screen needs from the page. */
export interface ProgrammePage {
  /** Nothing where she doesn't coordinate. */
  readonly programme: () => OwnProgramme | undefined;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** Why something that she signed wasn't taken, in the screen's own words. */
const refusals: Readonly<Record<string, TeamKey>> = {
  'foreign-key': 'programme.key.foreign',
  'proposal-refused': 'proposal.refused',
};

/** A coordinator's programme: what is said of it, and what she signs. What she types lives in the screen. */
export class ProgrammeDesk {
  /** Null before it came. */
  entry = $state.raw<Programme | null>(null);
  release = $state.raw<Release | null>(null);
  /** The newest one, whoever published it. */
  status = $state.raw<ProgrammeStatus | null>(null);
  proposal = $state.raw<ProgrammeProposal | null>(null);
  /** Whether this device can sign; null before that is known. */
  hasKey = $state<boolean | null>(null);
  /** Whether somebody published after what she saw, so that hers was not. */
  overtaken = $state(false);
  refusal = $state<TeamKey | null>(null);
  busy = $state(false);
  /** What she has typed and not signed yet, or null. */
  statusDraft = $state.raw<StatusDraft | null>(null);
  proposalDraft = $state.raw<ProposalDraft | null>(null);
  readonly #page: ProgrammePage;
  /** The number of the status that her draft began with. */
  #begun: number | null = null;
  /** What is under way: what she does meanwhile comes after it, and isn't lost. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(page: ProgrammePage) {
    this.#page = page;
  }

  editStatus(draft: StatusDraft): void {
    this.#begun ??= this.#number;
    this.statusDraft = draft;
  }

  /** Back to what is published. */
  dropStatusDraft(): void {
    this.#begun = null;
    this.statusDraft = null;
    this.overtaken = false;
  }

  async look(): Promise<void> {
    await this.#inTurn(async (own) => {
      await own.refresh();
      await this.#read(own);
      this.proposal = await own.proposal();
    });
  }

  async bringKey(file: Blob): Promise<void> {
    await this.#inTurn(async (own) => {
      await own.bringKey(new Uint8Array(await file.arrayBuffer()));
      await this.#read(own);
    });
  }

  /** Whether it counts now; otherwise the newest one is shown, and nothing that she typed is lost. */
  publish(content: StatusContent): Promise<boolean> {
    this.overtaken = false;
    return this.#once(async (own) => {
      try {
        await own.publish(content, this.#begun ?? this.#number);
        this.dropStatusDraft();
      } catch (error) {
        if (!hasCode(error, 'status-changed')) throw error;
        this.overtaken = true;
      }
      await this.#read(own);
      if (this.overtaken) this.#begun = this.#number;
    }).then((done) => done && !this.overtaken);
  }

  /** Whether the operator can read it now. */
  propose(changes: ProposedChanges): Promise<boolean> {
    return this.#once(async (own) => {
      try {
        this.proposal = await own.propose(changes);
        this.proposalDraft = null;
      } finally {
        await this.#read(own);
      }
    });
  }

  /** Signs the status once more before it ends, unasked; the next time does where this one can't. */
  async renew(): Promise<void> {
    const own = this.#page.programme();
    if (own === undefined || this.busy) return;
    const before = own.status?.number ?? null;
    const renewed = await own.renew().catch(() => false);
    if (renewed && this.#begun === before) this.#begun = own.status?.number ?? null;
    if (renewed && this.status !== null) await this.#read(own);
  }

  get #number(): number {
    return this.status?.number ?? 0;
  }

  async #read(own: OwnProgramme): Promise<void> {
    this.entry = own.entry ?? null;
    this.release = own.release ?? null;
    this.status = own.status ?? null;
    this.hasKey = await own.hasKey();
  }

  /** Nothing where one is under way already, as of a button that was touched twice. */
  async #once(action: (own: OwnProgramme) => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const done = await this.#inTurn(action);
    this.busy = false;
    return done;
  }

  #inTurn(action: (own: OwnProgramme) => Promise<void>): Promise<boolean> {
    const done = this.#turn.then(() => this.#attempt(action));
    this.#turn = done;
    return done;
  }

  async #attempt(action: (own: OwnProgramme) => Promise<void>): Promise<boolean> {
    const own = this.#page.programme();
    if (own === undefined) return false;
    this.refusal = null;
    const done = await this.#page.attempt(async () => {
      try {
        await action(own);
      } catch (error) {
        const [, refusal] = Object.entries(refusals).find(([code]) => hasCode(error, code)) ?? [];
        if (refusal === undefined) throw error;
        this.refusal = refusal;
      }
    });
    return done && this.refusal === null;
  }
}

import type { Colleague, Worker } from '@opstap/protocol/client/index';
import type { Roster, RosterSlot } from '@opstap/protocol/duty/roster';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import { inOrder } from '../model/roster.js';

/** What the roster's screen needs from the page. */
export interface RosterPage {
  readonly worker: () => Worker | undefined;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** What the server said to a roster that was to be kept: somebody was faster, or somebody in it has left. */
export type RosterTrouble = 'changed' | 'left' | 'overlap';

const troubleOf: Readonly<Record<string, RosterTrouble>> = {
  'roster-changed': 'changed',
  'roster-worker-unknown': 'left',
  'roster-overlap': 'overlap',
};

/** The programme's roster, and what a coordinator is changing in it: that stays until she keeps it or drops it. */
export class RosterDesk {
  /** As the server has it; null before it came. */
  roster = $state.raw<Roster | null>(null);
  team = $state.raw<readonly Colleague[]>([]);
  /** What isn't kept yet, or null. */
  draft = $state.raw<readonly RosterSlot[] | null>(null);
  busy = $state(false);
  trouble = $state<RosterTrouble | null>(null);
  /** Whether the last thing that happened is that a draft was kept. */
  kept = $state(false);
  readonly #page: RosterPage;
  /** The version that the draft began from. */
  #seen = 0;

  constructor(page: RosterPage) {
    this.#page = page;
  }

  /** What the screen shows: the draft, or what the server has. */
  get slots(): readonly RosterSlot[] {
    return this.draft ?? inOrder(this.roster?.slots ?? []);
  }

  async look(): Promise<void> {
    await this.#page.attempt(() => this.#read());
  }

  change(slots: readonly RosterSlot[]): void {
    if (this.draft === null) this.#seen = this.roster?.version ?? 0;
    this.draft = inOrder(slots);
    this.kept = false;
    if (this.trouble !== 'changed') this.trouble = null;
  }

  /** Back to what the server has. */
  drop(): void {
    this.draft = null;
    this.trouble = null;
    this.kept = false;
  }

  /** Has the draft count from now on. Where somebody was faster it stays a draft, beside what there is now. */
  async keep(): Promise<void> {
    const { draft } = this;
    const worker = this.#page.worker();
    if (draft === null || worker === undefined || this.busy) return;
    this.busy = true;
    await this.#page.attempt(async () => {
      try {
        this.roster = await worker.roster.replace(this.#seen, draft);
        this.drop();
        this.kept = true;
      } catch (error) {
        const trouble = rosterTroubleOf(error);
        if (trouble === null) throw error;
        await this.#read().finally(() => {
          this.trouble = trouble;
        });
      }
    });
    this.busy = false;
  }

  /** Has the draft count although somebody was faster, whose roster she has seen now. */
  async keepAnyway(): Promise<void> {
    this.#seen = this.roster?.version ?? 0;
    await this.keep();
  }

  async #read(): Promise<void> {
    const worker = this.#page.worker();
    if (worker === undefined) return;
    const [roster, team] = await Promise.all([worker.roster.read(), worker.team()]);
    const same = roster.version === this.roster?.version ? this.roster : roster;
    // A slot stays the same object for as long as it is the same: one of them may be chosen.
    this.roster = { ...roster, slots: same.slots };
    this.team = team;
  }
}

function rosterTroubleOf(error: unknown): RosterTrouble | null {
  return Object.entries(troubleOf).find(([code]) => hasCode(error, code))?.[1] ?? null;
}

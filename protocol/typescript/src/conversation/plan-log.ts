import { planAgain, strangersTo, toldState } from '../plan/plan-again.js';
import { mostReplaced, type PlanChange } from '../plan/plan-change.js';
import { foldPlan, noPlan, type PlanSource, type PlanState } from '../plan/plan-state.js';
import type { Holder } from '../session/seat-session.js';
import { type LogItem, sentAtOf } from './log-item.js';
import type { LogState } from './log-state.js';

/** What the items of a log say of the plan; what the server refused was never said. `now` is in milliseconds since 1970. */
export function planSourcesOf(
  items: readonly LogItem[],
  self: Holder | null,
  now: number,
): readonly PlanSource[] {
  return items.flatMap((item) => {
    const { payload, sender, state, sequences } = item;
    const by = sender ?? self;
    if (payload?.type !== 'plan' || by === null || state === 'refused') return [];
    return [{ by, payload, at: sentAtOf(item, now) ?? payload.sentAt, sequence: sequences.at(-1) ?? null }];
  });
}

/** The plan of a conversation, in one member's log (plan.md). What is kept here is sent by the conversation's next sync. */
export class PlanLog {
  readonly #state: LogState;
  readonly #self: () => Holder | null;
  readonly #now: () => number;
  #keeping: Promise<void> = Promise.resolve();

  /** `now` is in milliseconds since 1970. */
  constructor(state: LogState, self: () => Holder | null, now: () => number) {
    this.#state = state;
    this.#self = self;
    this.#now = now;
  }

  get state(): PlanState {
    return foldPlan(planSourcesOf(this.#state.items, this.#self(), this.#now()));
  }

  /** The devices that can't know all of the plan, because they came in later (PLN-8). */
  get strangers(): readonly Holder[] {
    return strangersTo(this.state, this.#state.record.joined);
  }

  /** What somebody reads who is told the plan again and knows nothing else of it. */
  get told(): PlanState {
    const self = this.#self();
    return self === null ? noPlan : toldState(this.state, self, this.#now());
  }

  /** Keeps changes here, one after the other. Throws `payload-invalid` for what can't be sent. */
  change(changes: readonly PlanChange[]): Promise<void> {
    const kept = this.#keeping.then(() => this.#keep(changes));
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }

  /** Who made the changes may not have seen what was kept since, but knows what she wrote herself: it is replaced, too. */
  async #keep(changes: readonly PlanChange[]): Promise<void> {
    if (changes.length === 0) return;
    const { fields } = this.state;
    const own = (field: string) => (fields.get(field) ?? []).filter(({ by }) => by === this.#self());
    const all = changes.map((change) => {
      const ids = [...change.replaces, ...own(change.field).map(({ id }) => id)];
      return { ...change, replaces: [...new Set(ids)].slice(0, mostReplaced) };
    });
    await this.#state.keep({ type: 'plan', changes: all }, this.#now());
  }

  /** Keeps the plan as it stands here, to be told again to everybody (PLN-8). It counts only from the seeker. */
  async tellAgain(): Promise<void> {
    for (const content of planAgain(this.state))
      await this.#state.keep({ type: 'plan', ...content }, this.#now());
  }
}

import {
  type Care,
  type CareChoice,
  chosen,
  isChoice,
  openQuestion,
  paused,
  resumed,
  setRight,
  settledBy,
  silenceOf,
} from '../care/care.js';
import type { CheckInAnswer } from '../payload/payload.js';
import { OpstapError } from '../problem/opstap-error.js';
import { type NewPayload, ownItem } from './log-item.js';
import type { LogState } from './log-state.js';

/** What she taps: an answer, or that she has none now. */
export type Tap = CheckInAnswer | 'not-now';

/**
 * The check-ins of a conversation, on the phone whose they are (aftercare.md). When she is asked is known to this phone alone, and nothing here
 * sends anything: what is to be told is kept with the conversation's payloads, for its next sync.
 */
export class CareLog {
  readonly #state: LogState;
  readonly #now: () => number;
  #turn: Promise<unknown> = Promise.resolve();

  /** `now` is in milliseconds since 1970. */
  constructor(state: LogState, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  /** Null while she wants none. */
  get care(): Care | null {
    return this.#state.record.care;
  }

  /** Whether the newest word of the conversation is hers, and says that she wants to talk. */
  get asksToTalk(): boolean {
    const last = this.#state.items.findLast(
      ({ sender, payload }) => payload?.type === 'text' || (sender === null && payload?.type === 'check-in'),
    );
    return last?.payload?.type === 'check-in' && last.payload.answer === 'talk' && last.state !== 'refused';
  }

  /** Asks from now on as she chose. Throws `check-in-invalid` for what can't be. */
  choose(choice: CareChoice): Promise<void> {
    if (!isChoice(choice)) throw new OpstapError('check-in-invalid');
    return this.#change((care) => chosen(care, choice, this.#now()));
  }

  pause(): Promise<void> {
    return this.#change((care) => care && paused(care));
  }

  resume(): Promise<void> {
    return this.#change((care) => care && resumed(care, this.#now()));
  }

  /** Asks nothing any more, and forgets what was chosen. */
  stop(): Promise<void> {
    return this.#change(() => null);
  }

  /** Settles the question that is open. Gives whether the answer is told, as she chose (CAR-4); false also where none was open. */
  answer(tap: Tap): Promise<boolean> {
    return this.#inTurn(async () => {
      const { care } = this;
      const now = this.#now();
      if (care === null || openQuestion(care, now) === null) return false;
      const told = tap !== 'not-now' && (care.tells === 'all' || (care.tells === 'talk' && tap === 'talk'));
      await this.#save(settledBy(care, now), told ? { type: 'check-in', answer: tap } : null);
      return told;
    });
  }

  /** Keeps word that she wants to talk, whatever else she chose: it is what she says now. Once is enough until somebody answers. */
  askToTalk(): Promise<void> {
    return this.#inTurn(async () => {
      const { care } = this;
      const settled = care && settledBy(care, this.#now());
      await this.#save(settled, this.asksToTalk ? null : { type: 'check-in', answer: 'talk' });
    });
  }

  /**
   * For when she opens the page: keeps word of her silence where she allowed that (CAR-6), and makes good what a wrong clock did to her
   * questions (CAR-2). Gives whether there was any silence to tell.
   */
  noticeSilence(): Promise<boolean> {
    return this.#inTurn(async () => {
      const care = this.care && setRight(this.care, this.#now());
      const unanswered = care && silenceOf(care, this.#now());
      if (care === null || unanswered === null) {
        if (care !== this.care) await this.#save(care, null);
        return false;
      }
      await this.#save({ ...care, toldSilence: true }, { type: 'check-in', answer: 'none', unanswered });
      return true;
    });
  }

  #change(change: (care: Care | null) => Care | null): Promise<void> {
    return this.#inTurn(() => this.#save(change(this.care), null));
  }

  /** Both or neither: what is settled and not told would be lost, and what is told and not settled asked again. */
  async #save(care: Care | null, tells: NewPayload | null): Promise<void> {
    const items = tells === null ? [] : [ownItem(this.#state.takeOrder(), this.#now(), tells)];
    await this.#state.save({ record: { care }, items });
  }

  /** One touch after the other. */
  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(action);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

import type { CareChoice } from '@opstap/protocol/care/care';
import type { SeekerConversation } from '@opstap/protocol/client/index';
import type { Tap } from '@opstap/protocol/conversation/care-log';

/** What check-ins need of a conversation. */
export type CheckedIn = Pick<SeekerConversation, 'care' | 'moved'>;

/** What check-ins need from the page. */
export interface CheckInPage {
  readonly current: () => CheckedIn | undefined;
  /** Shows what has changed, and brings away what is to be told. */
  readonly changed: (tells: boolean) => void;
  readonly meet: (error: unknown) => void;
}

/** What is said after a touch: it stays here; it goes to the team; so does that she wants to talk; it is hers to write; another time. */
export type Said = 'kept' | 'told' | 'talk' | 'write' | 'later';

/** Check-ins as the page has them (CAR-3 to CAR-6). The phone asks by itself, and only what she allowed leaves it. */
export class CheckIns {
  /** What is said after her touch, until she goes on. */
  said = $state<Said | null>(null);
  readonly #page: CheckInPage;

  constructor(page: CheckInPage) {
    this.#page = page;
  }

  answer(tap: Tap): Promise<void> {
    return this.#do(async ({ care }) => {
      const told = await care.answer(tap);
      this.said = told ? (tap === 'talk' ? 'talk' : 'told') : untold[tap];
      return told;
    });
  }

  /** One touch, and no question needed for it. */
  askToTalk(): Promise<void> {
    return this.#do(async ({ care }) => {
      await care.askToTalk();
      this.said = 'talk';
      return true;
    });
  }

  choose(choice: CareChoice): Promise<void> {
    return this.#do(async ({ care }) => {
      await care.choose(choice);
      return false;
    });
  }

  pause(pauses: boolean): Promise<void> {
    return this.#do(async ({ care }) => {
      await (pauses ? care.pause() : care.resume());
      return false;
    });
  }

  stop(): Promise<void> {
    return this.#do(async ({ care }) => {
      await care.stop();
      return false;
    });
  }

  /** She opens the page, or comes back to it: only then may her phone tell of a silence (CAR-6). What is told goes out with the next sync. */
  async opened(): Promise<void> {
    const conversation = this.#page.current();
    if (conversation === undefined || conversation.moved) return;
    await conversation.care.noticeSilence().catch((error: unknown) => this.#page.meet(error));
  }

  async #do(action: (conversation: CheckedIn) => Promise<boolean>): Promise<void> {
    const conversation = this.#page.current();
    if (conversation === undefined) return;
    try {
      this.#page.changed(await action(conversation));
    } catch (error) {
      this.#page.meet(error);
    }
  }
}

const untold: Readonly<Record<Tap, Said>> = { good: 'kept', fair: 'kept', talk: 'write', 'not-now': 'later' };

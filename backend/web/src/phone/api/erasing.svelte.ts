import type { Seeker, SeekerConversation } from '@opstap/protocol/client/index';
import { Repeating } from '../../shared/api/repeating.js';
import { passes, troubleOf } from '../../shared/model/trouble.js';

/** What erasing needs from the page. */
export interface ErasingPage {
  readonly seeker: () => Seeker | undefined;
  readonly current: () => SeekerConversation | undefined;
  /**
   * Lets go of what is to be erased: nothing of it is shown, followed or kept by the page any more, also where it ends before the rest is
   * gone. Gives what brings it back where erasing failed.
   */
  readonly letGo: (all: boolean) => Promise<() => void>;
  /** What was erased is gone from here. */
  readonly gone: (all: boolean) => Promise<void>;
  readonly meet: (error: unknown) => void;
}

/** Erasing, in two touches (ERA-13, ERA-14): here at once, and at the server as soon as there is a connection. */
export class Erasing {
  /** `told` says what goes and what can't be promised, `sure` is the second touch; null while she is elsewhere. */
  step = $state<'told' | 'sure' | 'done' | null>(null);
  /** Whether everything is to go, and not one conversation. */
  all = $state(false);
  working = $state(false);
  /** How many requests the server doesn't have yet. */
  waiting = $state(0);
  /** How many conversations turned out to go on on another phone: those were erased here only. */
  moved = $state(0);
  readonly #page: ErasingPage;
  readonly #bringing = new Repeating(() => this.#bring());

  constructor(page: ErasingPage) {
    this.#page = page;
  }

  begin(): void {
    this.all = false;
    this.moved = 0;
    this.step = 'told';
  }

  ask(): void {
    this.step = 'sure';
  }

  back(): void {
    this.step = this.step === 'sure' ? 'told' : null;
  }

  leave(): void {
    this.step = null;
  }

  /** The second touch. */
  async erase(): Promise<void> {
    const seeker = this.#page.seeker();
    const conversation = this.#page.current();
    if (this.working || seeker === undefined) return;
    this.working = true;
    const { all } = this;
    const goes: readonly (SeekerConversation | undefined)[] = all ? seeker.conversations : [conversation];
    const moved = goes.filter((each) => each?.moved === true).length;
    const bringBack = await this.#page.letGo(all);
    try {
      if (all) await seeker.eraseAll();
      else if (conversation !== undefined) await seeker.erase(conversation);
      this.waiting = await seeker.erasuresWaiting();
      this.moved += moved;
      this.step = 'done';
      this.working = false;
      await this.#page.gone(all);
      void this.bring();
    } catch (error) {
      bringBack();
      this.step = null;
      this.#page.meet(error);
    } finally {
      this.working = false;
    }
  }

  /** Brings what waits to the server, now and until it is there. */
  bring(): Promise<void> {
    return this.#bringing.run();
  }

  async #bring(): Promise<boolean> {
    const seeker = this.#page.seeker();
    if (seeker === undefined) return true;
    try {
      this.waiting = await seeker.erasuresWaiting();
      if (this.waiting > 0) this.moved += await seeker.sendErasures();
      this.waiting = 0;
      return true;
    } catch (error) {
      this.waiting = await seeker.erasuresWaiting().catch(() => this.waiting);
      return !passes(troubleOf(error));
    }
  }
}

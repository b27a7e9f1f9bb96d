import { networkFailure } from '@opstap/protocol/session/retry';
import type { ContainerStorage } from '@opstap/protocol/storage/container-storage';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import type { StorageChange } from '@opstap/protocol/storage/storage';
import { sameBytes, utf8 } from '@opstap/protocol/wire/bytes';
import type { Keeping } from '../../shared/api/storage.js';
import { emptyDraft } from '../model/draft.js';
import { FirstStorage } from './first-storage.js';
import type { KeepingPage, Lock } from './kept-here.js';

const emptyNote = utf8(JSON.stringify(emptyDraft));

/** What the phone keeps, in one container (`lock.md`); all of that is loaded once there is something to keep. */
export class PhoneKeeping {
  /** The lock that she stands before; null where there is none. */
  lock = $state.raw<Lock | null>(null);
  /** Whether a code opens what is kept. */
  coded = $state(false);
  /** Whether something that didn't open stands aside. */
  aside = $state(false);
  /** Whether she chose that nothing is kept. */
  nothing = $state(false);
  /** Whether what is kept is what the second code left: an ordinary list (LCK-17). */
  ordinary = false;
  readonly #page: KeepingPage;
  #container: () => Promise<ContainerStorage> = () => Promise.reject(new Error('nothing is open'));

  constructor({ locked, lasts }: KeepingPage) {
    this.#page = {
      lasts,
      locked: (lock) => {
        this.lock = lock;
        locked(lock);
      },
    };
  }

  /** Opens what is kept; where that takes a code, only once it was given. Throws where what is kept can't be taken over. */
  async open(name: string): Promise<Keeping> {
    let there: boolean;
    try {
      there = await exists(name);
    } catch {
      return { storage: new MemoryStorage(), lasting: false };
    }
    if (!there) {
      const first = new FirstStorage(saysNothing, async (values) =>
        (await keptHere()).keepHere(name, values, this.#page),
      );
      this.#container = () => first.lasting();
      return { storage: first, lasting: true };
    }
    const { storage, lasting, ordinary } = await (await keptHere()).openHere(name, this.#page);
    this.lock = null;
    this.ordinary = ordinary;
    this.#container = () => Promise.resolve(storage);
    await this.changed();
    return { storage, lasting };
  }

  /** The container, which is made where there is none yet. */
  container(): Promise<ContainerStorage> {
    return this.#container();
  }

  /** Whether the page has something to say of it on every screen. */
  get tells(): boolean {
    return this.nothing || this.aside;
  }

  /** Takes everything from this phone; it goes on in memory. */
  async leaveNothing(): Promise<void> {
    const { clearElsewhere } = await import('./clearing.js');
    await (await this.container()).leaveNothing();
    this.nothing = true;
    this.#page.lasts(false);
    await this.changed();
    await clearElsewhere();
  }

  /** Keeps things after all. */
  async keep(): Promise<void> {
    this.nothing = false;
    this.#page.lasts(true);
    await (await this.container()).keep();
    await this.changed();
  }

  async dropAside(): Promise<void> {
    if (!this.aside) return;
    await (await this.container()).remake((contents) => ({ ...contents, aside: null }));
    this.aside = false;
  }

  /** Looks what is there now. */
  async changed(): Promise<void> {
    const { head, aside } = (await this.container()).contents;
    this.coded = head.coded && !this.nothing;
    this.aside = aside !== null && !this.nothing;
    if (this.coded) (await keptHere()).watchAway(() => this.coded);
  }
}

async function exists(name: string): Promise<boolean> {
  // Where a browser doesn't tell, it is taken for there.
  if (indexedDB.databases === undefined) return true;
  return (await indexedDB.databases()).some((each) => each.name === name);
}

async function keptHere() {
  try {
    return await import('./kept-here.js');
  } catch (cause) {
    throw networkFailure(cause);
  }
}

/** What every visitor's phone has, or has not written yet: as long as there is nothing else, nothing is kept. */
function saysNothing(change: StorageChange): boolean {
  if (change.kind === 'delete') return true;
  const { key, value } = change;
  if (key === 'page/draft') return sameBytes(value, emptyNote);
  return key.startsWith('directory/') || key === 'page/sample-operator';
}

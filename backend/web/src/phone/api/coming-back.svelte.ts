import type { Seeker } from '@opstap/protocol/client/index';
import { networkFailure } from '@opstap/protocol/session/retry';
import type { PhraseReading } from '@opstap/protocol/vault/phrase';

/** What coming back needs from the page. */
export interface ReturningPage {
  /** The client, once the directory is here; undefined where it can't be, which the page says. */
  readonly connected: () => Promise<Seeker | undefined>;
  /** The conversations are here. */
  readonly back: () => void;
  readonly meet: (error: unknown) => void;
}

/** Why the words bring nobody back. */
export type PhraseRefusal = Exclude<PhraseReading, { kind: 'phrase' }> | { readonly kind: 'nothing' };

/** Coming back with a phrase. What is typed is kept nowhere but in the field. */
export class ComingBack {
  words = $state('');
  refusal = $state.raw<PhraseRefusal | null>(null);
  working = $state(false);
  readonly #page: ReturningPage;

  constructor(page: ReturningPage) {
    this.#page = page;
  }

  type(words: string): void {
    this.refusal = null;
    this.words = words;
  }

  /** Puts a word in place of one that is in no phrase. */
  async correct(wrong: string, right: string): Promise<void> {
    const { withWord } = await loaded();
    this.type(withWord(this.words, wrong, right));
    await this.use();
  }

  /** Reads the words here, and only then asks for what they open. */
  async use(): Promise<void> {
    await this.#work(async () => {
      const { readPhrase } = await loaded();
      const reading = readPhrase(this.words);
      if (reading.kind !== 'phrase') {
        this.refusal = reading;
        return;
      }
      const seeker = await this.#page.connected();
      if (seeker !== undefined) this.#arrived(await seeker.comeBack(reading.phrase));
    });
  }

  /** Goes on with a return that was interrupted. */
  async goOn(): Promise<void> {
    await this.#work(async () => {
      const seeker = await this.#page.connected();
      if (seeker !== undefined) this.#arrived(await seeker.goOnComingBack());
    });
  }

  #arrived(found: number): void {
    if (found === 0) {
      this.refusal = { kind: 'nothing' };
      return;
    }
    this.words = '';
    this.#page.back();
  }

  async #work(does: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.refusal = null;
    try {
      await does();
    } catch (error) {
      this.#page.meet(error);
    } finally {
      this.working = false;
    }
  }
}

/** Lists that don't come are a server that isn't reached. */
async function loaded() {
  try {
    return await import('./phrase.js');
  } catch (cause) {
    throw networkFailure(cause);
  }
}

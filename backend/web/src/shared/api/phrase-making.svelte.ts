import type { NewPhrase } from '@opstap/protocol/client/index';

/** A client that can come back with a phrase. */
export interface PhraseClient {
  makePhrase(): Promise<NewPhrase>;
  sync(): Promise<void>;
}

/** What making a phrase needs from the page. */
export interface PhrasePage {
  /** The client, once the directory is here; undefined where it can't be, which the page says. */
  readonly connected: () => Promise<PhraseClient | undefined>;
  readonly meet: (error: unknown) => void;
}

/** Where she is: told what it is; shown the words; asked for two of them; done. */
export type PhraseStep = 'told' | 'shown' | 'asked' | 'done';

/** A return phrase on its way: its words are here while they are shown, and nowhere after that. */
export class PhraseMaking {
  step = $state<PhraseStep>('told');
  phrase = $state.raw<NewPhrase | null>(null);
  /** Whether the two words were not those. */
  wrong = $state(false);
  working = $state(false);
  /** Whether this device has a phrase. */
  held = $state(false);
  readonly #page: PhrasePage;

  constructor(page: PhrasePage) {
    this.#page = page;
  }

  /** Back to the beginning; what was drawn is forgotten. */
  begin(): void {
    this.step = 'told';
    this.phrase = null;
    this.wrong = false;
  }

  async draw(): Promise<void> {
    await this.#work(async (client) => {
      this.phrase = await client.makePhrase();
      this.step = 'shown';
    });
  }

  ask(): void {
    this.wrong = false;
    this.step = 'asked';
  }

  showAgain(): void {
    this.step = 'shown';
  }

  /** Takes the phrase where the two words are right, and puts the conversations into its vaults. */
  async confirm(one: string, other: string): Promise<void> {
    const { phrase } = this;
    if (phrase === null) return;
    await this.#work(async (client) => {
      this.wrong = !(await phrase.confirm([one, other]));
      if (this.wrong) return;
      this.phrase = null;
      this.held = true;
      this.step = 'done';
      await client.sync();
    });
  }

  async #work(does: (client: PhraseClient) => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      const client = await this.#page.connected();
      if (client !== undefined) await does(client);
    } catch (error) {
      this.#page.meet(error);
    } finally {
      this.working = false;
    }
  }
}

import type { Seeker } from '@opstap/protocol/client/index';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';
import { hasCode } from '@opstap/protocol/problem/opstap-error';
import { networkFailure } from '@opstap/protocol/session/retry';
import type { CardRefusal } from '../model/card.js';
import type { Draft } from '../model/draft.js';

/** What a card needs from the page. */
export interface CardPage {
  readonly draft: () => Draft;
  readonly change: (change: Partial<Draft>) => void;
  /** The client, once the directory is here; undefined where it can't be, which the page says. */
  readonly connected: () => Promise<Seeker | undefined>;
  readonly taken: (programme: ProgrammeId) => void;
  readonly meet: (error: unknown) => void;
}

/** A card that she was handed: its words, typed or from a link, on their way to being taken. */
export class CardEntry {
  refusal = $state.raw<CardRefusal | null>(null);
  /** Whether it is being looked up. */
  checking = $state(false);
  /** The words that a link brought while she was in a conversation; she says what becomes of them. */
  waiting = $state<string | null>(null);
  readonly #page: CardPage;
  /** Whether the server was not reached. */
  #stalled = false;

  constructor(page: CardPage) {
    this.#page = page;
  }

  /** Takes what a link brought, or lets it wait where it would take a conversation away. */
  bring(words: string | null): void {
    if (words === null) return;
    if (this.#page.draft().screen === 'conversation') {
      this.waiting = words;
      return;
    }
    this.#page.change({ screen: 'card', card: words });
    void this.use();
  }

  type(words: string): void {
    this.refusal = null;
    this.#page.change({ card: words });
  }

  /** Puts a word in place of one that is on no card. */
  async correct(wrong: string, right: string): Promise<void> {
    const { withWord } = await import('./card.js');
    this.type(withWord(this.#page.draft().card, wrong, right));
    await this.use();
  }

  /** There is a connection: goes on with what waited for it. */
  goOn(): void {
    if (this.#stalled) void this.use();
  }

  /** Reads the words here, and only then asks whose card it is. */
  async use(): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    this.refusal = null;
    this.#stalled = false;
    try {
      const { readCardWords } = await loaded();
      const reading = readCardWords(this.#page.draft().card);
      if (reading.kind !== 'words') {
        this.refusal = reading;
        return;
      }
      const seeker = await this.#page.connected();
      this.#stalled = seeker === undefined;
      if (seeker !== undefined) this.#page.taken(await seeker.takeCard(reading.words));
    } catch (error) {
      if (hasCode(error, 'card-invalid')) this.refusal = { kind: 'invalid' };
      else {
        this.#stalled = true;
        this.#page.meet(error);
      }
    } finally {
      this.checking = false;
    }
  }
}

/** A list that doesn't come is a server that isn't reached. */
async function loaded() {
  try {
    return await import('./card.js');
  } catch (cause) {
    throw networkFailure(cause);
  }
}

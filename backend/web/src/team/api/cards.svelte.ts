import type { CardWords } from '@opstap/protocol/admission/card-words';
import type { CardBatch, CardOrder, TeamCards } from '@opstap/protocol/admission/team-cards';
import { nullable, objectOf, textOf } from '@opstap/protocol/json/json-value';
import type { Environment } from '@opstap/protocol/session/environment';
import { environment } from '@opstap/protocol/session/environment';
import { HttpTransport } from '@opstap/protocol/session/http-transport';
import { withRetry } from '@opstap/protocol/session/retry';
import { type Batch, batchesOf, lastUses } from '../model/cards.js';

/** Cards as they are printed: the only place where their words are. */
export interface Sheet {
  readonly cards: readonly CardWords[];
  readonly validUntil: string;
  /** Of the phone's page. */
  readonly address: string;
}

/** What the cards' screen needs from the page. */
export interface CardsPage {
  readonly cards: () => TeamCards | undefined;
  readonly now: () => number;
  readonly surroundings: Partial<Environment>;
  /** Whether it succeeded; the page says what went wrong. */
  readonly attempt: (action: () => Promise<void>) => Promise<boolean>;
}

/** The programme's cards: what was handed out, how often it was used, and the sheet that is open. */
export class CardDesk {
  /** Null before they came. */
  batches = $state.raw<readonly Batch[] | null>(null);
  /** How often any card of the programme was used, in the weeks before this one; 0 for few uses. */
  uses = $state.raw<readonly number[]>([]);
  sheet = $state.raw<Sheet | null>(null);
  busy = $state(false);
  readonly #page: CardsPage;
  /** What was drawn and may not have arrived: asked for again as it is. */
  #drawn: { readonly order: string; readonly batch: CardBatch } | undefined;

  constructor(page: CardsPage) {
    this.#page = page;
  }

  async look(): Promise<void> {
    await this.#page.attempt(() => this.#list());
  }

  /** Makes cards and opens their sheet. */
  async make(order: CardOrder): Promise<void> {
    await this.#busy(async (cards) => {
      const address = await this.#phoneAddress();
      const text = JSON.stringify(order);
      if (this.#drawn?.order !== text) this.#drawn = { order: text, batch: await cards.draw(order) };
      const { batch } = this.#drawn;
      await cards.register(batch);
      this.#drawn = undefined;
      this.sheet = { cards: batch.words, validUntil: batch.validUntil, address };
    });
    if (this.sheet !== null) void this.#page.attempt(() => this.#list());
  }

  /** The words are gone then. */
  closeSheet(): void {
    this.sheet = null;
  }

  /** Withdraws what is left of a batch. */
  async withdraw({ open }: Batch): Promise<void> {
    await this.#busy(async (cards) => {
      for (const card of open) await cards.withdraw(card);
    });
    await this.#page.attempt(() => this.#list());
  }

  async #busy(action: (cards: TeamCards) => Promise<void>): Promise<void> {
    const cards = this.#page.cards();
    if (cards === undefined || this.busy) return;
    this.busy = true;
    await this.#page.attempt(() => action(cards));
    this.busy = false;
  }

  async #list(): Promise<void> {
    const list = await this.#page.cards()?.list();
    if (list === undefined) return;
    this.batches = batchesOf(list.cards, this.#page.now());
    this.uses = lastUses(list.usedByWeek, this.#page.now());
  }

  /** Where phones find the page: by a name of its own, or here. */
  async #phoneAddress(): Promise<string> {
    const transport = new HttpTransport(location.origin, environment(this.#page.surroundings));
    const ask = () => transport.send({ method: 'GET', target: '/.well-known/opstap' });
    const { phoneHost } = objectOf((await withRetry(transport.environment, ask)).body);
    return `${location.protocol}//${nullable(phoneHost, textOf) ?? location.host}/`;
  }
}

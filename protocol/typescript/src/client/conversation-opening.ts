import { cardProof } from '../admission/card-secret.js';
import { type ConversationView, decodeConversationView } from '../conversation/conversation-view.js';
import type { ProgrammeId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { encodeToken, type Token } from '../privacypass/token.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import type { StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import type { ClientParts } from './client-parts.js';
import { type ConversationPrice, priceOf } from './conversation-price.js';

/** A whole purse may turn out to be worthless, and a price may rise meanwhile. */
const mostTries = 6;

/** What goes with the request for a conversation beside the token that opened its pseudonym. */
export interface Payment {
  readonly tokens: readonly Token[];
  /** The secret of a card of the programme; null where none is asked for. */
  readonly card: Bytes | null;
}

export const noPayment: Payment = { tokens: [], card: null };

/** Whoever pays, and keeps what goes with the request until that is answered. */
export interface Payer {
  readonly payment: Payment;
  /** The changes of storage by which it has another payment. */
  changesFor(payment: Payment): readonly StorageChange[];
  /** Those changes are written. */
  holds(payment: Payment): void;
}

/** Opens a conversation with a programme for what that asks now, as it says itself in its status (PRS-12, PRS-13). */
export class ConversationOpening {
  readonly #parts: ClientParts;
  readonly #programme: ProgrammeId;
  readonly #payer: Payer;

  constructor(parts: ClientParts, programme: ProgrammeId, payer: Payer) {
    this.#parts = parts;
    this.#programme = programme;
    this.#payer = payer;
  }

  /**
   * Puts together what the programme asks for. Throws `card-needed` where it takes only cards and there is none of it here, and what
   * getting tokens throws; nothing was sent under the pseudonym then.
   */
  async prepare(): Promise<void> {
    const { tokensPerConversation, cardsOnly } = this.#price;
    const { payment } = this.#payer;
    const missing = tokensPerConversation - 1 - payment.tokens.length;
    if (cardsOnly) await this.#showCard(payment);
    else if (missing > 0) await this.#addTokens(payment, missing);
  }

  /**
   * Asks for the conversation with what was put together. Where that is not enough any more, the statuses are fetched again and what is
   * missing is added; tokens that are refused are followed by others. Throws `conversation-costs-more` where the server asks for more than
   * the programme signed, `card-needed`, `card-invalid`, `card-used-up`, further problems, and `network-failure`.
   */
  async open(session: SeatSession): Promise<ConversationView> {
    for (let tries = 1; ; tries += 1) {
      await this.prepare();
      try {
        return await this.#ask(session);
      } catch (error) {
        await this.#meet(error, tries);
      }
    }
  }

  /** Does what makes another try worth it, or throws the refusal. */
  async #meet(error: unknown, tries: number): Promise<void> {
    if (hasCode(error, 'card-invalid', 'card-used-up'))
      await this.#keep({ ...this.#payer.payment, card: null });
    if (tries === mostTries) throw error;
    if (hasCode(error, 'token-invalid', 'token-spent')) {
      // Which one it is isn't said, and none of them may go with another pseudonym.
      await this.#keep({ ...this.#payer.payment, tokens: [] });
    } else if (hasCode(error, 'conversation-costs-more')) {
      await this.#parts.directory.refresh(this.#parts.transport);
      if (this.#pays(this.#price)) throw error;
    } else throw error;
  }

  async #ask(session: SeatSession): Promise<ConversationView> {
    const { tokens, card } = this.#payer.payment;
    const { cardsOnly } = this.#price;
    const answer = await session.request({
      method: 'POST',
      target: '/v1/conversations',
      body: {
        programme: this.#programme,
        ...(tokens.length > 0 && { tokens: tokens.map((token) => toBase64Url(encodeToken(token))) }),
      },
      ...(cardsOnly && card !== null && { headers: { 'Opstap-Admission': cardProof(card) } }),
    });
    return decodeConversationView(answer.body);
  }

  async #showCard(payment: Payment): Promise<void> {
    if (payment.card !== null) return;
    const changes = (card: Bytes) => this.#payer.changesFor({ ...payment, card });
    const card = await this.#parts.admission.handOverCard(this.#programme, changes);
    if (card === undefined) throw new OpstapError('card-needed');
    this.#payer.holds({ ...payment, card });
  }

  async #addTokens(payment: Payment, missing: number): Promise<void> {
    const more = (tokens: readonly Token[]) => ({ ...payment, tokens: [...payment.tokens, ...tokens] });
    const changes = (tokens: readonly Token[]) => this.#payer.changesFor(more(tokens));
    this.#payer.holds(more(await this.#parts.admission.collect(missing, changes)));
  }

  async #keep(payment: Payment): Promise<void> {
    await this.#parts.storage.write(this.#payer.changesFor(payment));
    this.#payer.holds(payment);
  }

  #pays({ tokensPerConversation, cardsOnly }: ConversationPrice): boolean {
    const { tokens, card } = this.#payer.payment;
    return cardsOnly ? card !== null : tokens.length >= tokensPerConversation - 1;
  }

  get #price(): ConversationPrice {
    return priceOf(this.#parts.directory.holding, this.#programme, this.#parts.clock.now());
  }
}

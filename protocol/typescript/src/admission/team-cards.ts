import { type CardId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, booleanOf, countOf, malformed, objectOf, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { isDay } from '../wire/time.js';
import { drawCard } from './card-drawing.js';
import { type LabelReader, openLabel, sealLabel } from './card-label.js';
import { cardDigest, cardSecret } from './card-secret.js';
import type { CardWords } from './card-words.js';

/** Cards that are made at once. */
export const mostCards = 50;
/** Uses of a card. */
export const mostUses = 50;
/** Days from today until a card is over. */
export const mostDays = 400;

/** What a worker wants of a batch of cards. */
export interface CardOrder {
  /** 1 to {@link mostCards}. */
  readonly count: number;
  /** Of each card: 1 to {@link mostUses}. */
  readonly uses: number;
  /** The last day on which they count, in UTC: `2026-12-31`. */
  readonly validUntil: string;
  readonly label: string;
}

/** Cards that were drawn here, as they are registered. Only this object has their words. */
export interface CardBatch {
  readonly words: readonly CardWords[];
  readonly validUntil: string;
  readonly body: { readonly cards: readonly CardRegistration[] };
}

type CardRegistration = Readonly<Record<'digest' | 'validUntil' | 'label', string>> & {
  readonly uses: number;
};

/** How often the programme's cards were used in a week, all of them together. */
export interface WeekOfUse {
  /** The week of the calendar (ISO 8601, UTC): `2026-W47`. */
  readonly week: string;
  readonly count: number;
}

/** A card as the programme sees it. */
export interface TeamCard {
  readonly card: CardId;
  readonly uses: number;
  readonly validUntil: string;
  /** What seals the label: the same for all cards that were made together. */
  readonly sealedLabel: string;
  /** Null where this device can't read it: another one sealed it, and the programme's key isn't here or was another one then. */
  readonly label: string | null;
  /** Whether somebody withdrew it; it is listed until it would have been over for a while. */
  readonly withdrawn: boolean;
}

/** What a programme sees of its cards: not which of them was used. */
export interface CardList {
  readonly cards: readonly TeamCard[];
  /** The weeks in which any was used, the earliest first. */
  readonly usedByWeek: readonly WeekOfUse[];
}

/** By what a worker's device seals and opens labels. */
export interface LabelKeys {
  /** The programme's key, by the newest release. Throws `unknown-programme`, and what refreshing the directory throws. */
  programmeKey(): Promise<Uint8Array>;
  /** With the programme's seed where it was brought here and the release that is held names its key. */
  reader(): Promise<LabelReader>;
}

/** The cards of a worker's programme. Requests throw problems and `network-failure`. */
export class TeamCards {
  readonly #session: SeatSession;
  readonly #labels: LabelKeys;

  constructor(session: SeatSession, labels: LabelKeys) {
    this.#session = session;
    this.#labels = labels;
  }

  /** Draws cards; nothing of them is sent, and no word is kept. Throws what {@link LabelKeys.programmeKey} throws. */
  async draw({ count, uses, validUntil, label }: CardOrder): Promise<CardBatch> {
    const programmeKey = await this.#labels.programmeKey();
    const sealed = toBase64Url(await sealLabel(await this.#labels.reader(), programmeKey, label));
    const words = Array.from({ length: count }, drawCard);
    const cards = words.map((each) => ({
      digest: toBase64Url(cardDigest(cardSecret(each))),
      uses,
      validUntil,
      label: sealed,
    }));
    return { words, validUntil, body: { cards } };
  }

  /** Has the cards count from now on. The same batch again, after a lost answer, changes nothing. */
  async register({ body }: CardBatch): Promise<void> {
    await this.#session.request({ method: 'POST', target: '/v1/cards', body });
  }

  async list(): Promise<CardList> {
    const { body } = await this.#session.request({ method: 'GET', target: '/v1/cards' });
    const { cards, usedByWeek } = objectOf(body);
    const sealed = arrayOf(cards, decodeCard);
    const labels = await this.#open(new Set(sealed.map(({ sealedLabel }) => sealedLabel)));
    return {
      cards: sealed.map((card) => ({ ...card, label: labels.get(card.sealedLabel) ?? null })),
      usedByWeek: arrayOf(usedByWeek, decodeWeek),
    };
  }

  /** The card is worth nothing from then on. */
  async withdraw(card: CardId): Promise<void> {
    await this.#session.request({ method: 'DELETE', target: `/v1/cards/${card}` });
  }

  /** Opens each label once, however many cards have it. */
  async #open(sealed: ReadonlySet<string>): Promise<ReadonlyMap<string, string | null>> {
    const reader = await this.#labels.reader();
    const labels = new Map<string, string | null>();
    for (const label of sealed) labels.set(label, await openLabel(reader, bytesOf(label)));
    return labels;
  }
}

function decodeCard(value: JsonValue): Omit<TeamCard, 'label'> {
  const { card, uses, validUntil, label, withdrawn } = objectOf(value);
  return {
    card: parseId('crd', textOf(card)),
    uses: countOf(uses),
    validUntil: dayOf(validUntil),
    sealedLabel: toBase64Url(bytesOf(label)),
    withdrawn: booleanOf(withdrawn),
  };
}

function decodeWeek(value: JsonValue): WeekOfUse {
  const { week, count } = objectOf(value);
  return { week: weekOf(week), count: countOf(count) };
}

function dayOf(value: JsonValue | undefined): string {
  const day = textOf(value);
  if (!isDay(day)) throw malformed();
  return day;
}

function weekOf(value: JsonValue | undefined): string {
  const week = textOf(value);
  if (!/^\d{4}-W\d\d$/.test(week)) throw malformed();
  return week;
}

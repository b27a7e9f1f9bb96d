import type { CardWords } from '@opstap/protocol/admission/card-words';
import type { TeamCard, WeekOfUse } from '@opstap/protocol/admission/team-cards';
import type { CardId } from '@opstap/protocol/id/branded-id';

const day = 86_400_000;

/** How many weeks of use are drawn. */
export const shownWeeks = 12;

/** Cards that were made together. */
export interface Batch {
  readonly key: string;
  /** Null where another device made them. */
  readonly label: string | null;
  readonly count: number;
  /** Of each card. */
  readonly uses: number;
  readonly validUntil: string;
  /** Days on which they still count, today included; 0 where they are over. */
  readonly daysLeft: number;
  /** Those that nobody withdrew. */
  readonly open: readonly CardId[];
}

/** Cards as batches; those that count longest come first. */
export function batchesOf(cards: readonly TeamCard[], now: number): readonly Batch[] {
  const together = new Map<string, TeamCard[]>();
  for (const card of cards) {
    const key = `${card.sealedLabel} ${card.validUntil} ${card.uses}`;
    together.set(key, [...(together.get(key) ?? []), card]);
  }
  const batches = [...together].flatMap(([key, each]) => {
    const [first] = each;
    return first === undefined ? [] : [batchOf(key, first, each, now)];
  });
  return batches.sort((a, b) => (a.validUntil < b.validUntil ? 1 : a.validUntil > b.validUntil ? -1 : 0));
}

function batchOf(
  key: string,
  { label, uses, validUntil }: TeamCard,
  cards: readonly TeamCard[],
  now: number,
): Batch {
  return {
    key,
    label,
    count: cards.length,
    uses,
    validUntil,
    daysLeft: Math.max(0, (Date.parse(validUntil) - startOfDay(now)) / day + 1),
    open: cards.filter(({ withdrawn }) => !withdrawn).map(({ card }) => card),
  };
}

/** How often cards were used in each of the weeks that are over, the last one at the end; 0 where it is not told, since it was little. */
export function lastUses(usedByWeek: readonly WeekOfUse[], now: number): readonly number[] {
  return lastWeeks(now).map((week) => usedByWeek.find((each) => each.week === week)?.count ?? 0);
}

/** The last weeks of the calendar before this one: `2026-W46`. */
export function lastWeeks(now: number): readonly string[] {
  return Array.from({ length: shownWeeks }, (_, at) => weekOf(now - (shownWeeks - at) * 7 * day));
}

/** The week of a moment (ISO 8601, UTC): it belongs to the year of its Thursday. */
export function weekOf(now: number): string {
  const weekday = (new Date(now).getUTCDay() + 6) % 7;
  const thursday = new Date(startOfDay(now) + (3 - weekday) * day);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The day some days from today, in UTC: `2026-12-31`. */
export function dayFrom(now: number, days: number): string {
  return new Date(now + days * day).toISOString().slice(0, 10);
}

/** Cards on a page of A4. */
const perPage = 10;

/** What is printed, page by page. */
export function pagesOf<T>(cards: readonly T[]): readonly (readonly T[])[] {
  const pages = Math.ceil(cards.length / perPage);
  return Array.from({ length: pages }, (_, at) => cards.slice(at * perPage, (at + 1) * perPage));
}

/** What a card's picture says: the phone page with the words behind `#`, which no request has in its line. */
export function cardLink(address: string, words: CardWords): string {
  return `${address}#card=${words.join('-')}`;
}

/** The address as people type it: without what every browser puts in front. */
export function typedAddress(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}

function startOfDay(now: number): number {
  return Math.floor(now / day) * day;
}

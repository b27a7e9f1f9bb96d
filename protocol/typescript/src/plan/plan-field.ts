import type { Holder } from '../session/seat-session.js';
import { areasOfLife, isCode, phases } from '../vocabulary/vocabulary.js';
import { isDay, isMoment } from '../wire/time.js';

/** What a field of the plan may hold: a number, words, a day, a code, or null, which is nothing. */
export type PlanValue = string | number | null;

/** Characters of a goal, a step or an appointment (PLN-3): a sentence or two, which a phone shows whole. */
export const longestWords = 300;
/** Characters of an agreement (PLN-3): one page. */
export const longestAgreement = 4000;

type Kind = 'score' | 'words' | 'agreement' | 'area' | 'phase' | 'day' | 'minute' | 'thing' | 'digest';

const things: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  goal: { text: 'words', area: 'area', reached: 'day' },
  step: { goal: 'thing', text: 'words', by: 'day', done: 'day' },
  phase: { phase: 'phase', began: 'day', ended: 'day' },
  appointment: { what: 'words', at: 'minute', place: 'words' },
};
const agreement: Readonly<Record<string, Kind>> = { text: 'agreement', seeker: 'digest', team: 'digest' };
const scores: readonly string[] = ['start', 'now', 'goal'];

const idPattern = /^[0-9a-z]{15}$/;
const digestPattern = /^[A-Za-z0-9_-]{43}$/;
const loneSurrogate = /\p{Surrogate}/u;
const thisCentury = /^20/;

/** What a field holds; undefined for what is no field (PLN-2). */
function kindOf(field: string): Kind | undefined {
  const [part = '', name = '', member, ...more] = field.split('.');
  if (more.length > 0) return undefined;
  if (part === 'agreement') return member === undefined ? of(agreement, name) : undefined;
  if (member === undefined) return undefined;
  if (part === 'area') return isCode(areasOfLife, name) && scores.includes(member) ? 'score' : undefined;
  return idPattern.test(name) ? of(of(things, part) ?? {}, member) : undefined;
}

function of<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export function isPlanField(field: string): boolean {
  return kindOf(field) !== undefined;
}

/** Whether a field may hold a value (PLN-3). Null, which is nothing, is a value of each. */
export function isValueOf(field: string, value: unknown): value is PlanValue {
  const kind = kindOf(field);
  if (kind === undefined) return false;
  if (value === null) return true;
  if (kind === 'score')
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10;
  return typeof value === 'string' && isTextOf(kind, value);
}

function isTextOf(kind: Exclude<Kind, 'score'>, text: string): boolean {
  switch (kind) {
    case 'words':
      return areWords(text, longestWords);
    case 'agreement':
      return areWords(text, longestAgreement);
    case 'area':
      return isCode(areasOfLife, text);
    case 'phase':
      return isCode(phases, text);
    case 'day':
      return thisCentury.test(text) && isDay(text);
    case 'minute':
      return thisCentury.test(text) && text.length === 16 && isMoment(`${text}:00Z`);
    case 'thing':
      return idPattern.test(text);
    case 'digest':
      return digestPattern.test(text);
  }
}

/** Code points, as JSON Schema counts; half a character has no canonical form, and so no digest. */
function areWords(text: string, longest: number): boolean {
  const length = [...text].length;
  return length >= 1 && length <= longest && !loneSurrogate.test(text);
}

/** Whether a field is that person's to write (PLN-7): the scores and her yes are hers, the other yes is the team's. */
export function mayWrite(field: string, by: Holder): boolean {
  const seeker = by.startsWith('psn_');
  if (field === 'agreement.team') return !seeker;
  return seeker || !(field.startsWith('area.') || field === 'agreement.seeker');
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A fresh id of a goal, step, phase or appointment; such ids sort as they were made. `now` is in milliseconds since 1970. */
export function newPlanId(now: number): string {
  const made = Math.floor(now / 1000)
    .toString(36)
    .padStart(7, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  return made + [...random].map((byte) => letters[byte % letters.length]).join('');
}

import { booleanOf, countOf, malformed, nullable, objectOf, textOf } from '../json/json-value.js';
import { isCode } from '../vocabulary/vocabulary.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { isDay } from '../wire/time.js';
import { comeBy, rhythms, type Schedule } from './rhythm.js';

/** What the team is told of her answers. */
export const tellings = ['nothing', 'talk', 'all'] as const;
export type Telling = (typeof tellings)[number];

/** What she chose about check-ins (CAR-1, CAR-4, CAR-6). */
export interface CareChoice extends Schedule {
  readonly tells: Telling;
  /** After how many questions without an answer the team may be told; null is never. */
  readonly silence: number | null;
}

/** Check-ins as her phone keeps them, and nobody else. */
export interface Care extends CareChoice {
  readonly paused: boolean;
  /** Up to this number questions are over, whether they were answered or not. */
  readonly settled: number;
  /** Whether the team was told of this silence. */
  readonly toldSilence: boolean;
}

/** The longest silence that can be waited for. */
export const mostSilence = 12;

const day = /^20/;
const minute = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether check-ins can be as she chose them. */
export function isChoice({ rhythm, from, at, tells, silence }: CareChoice): boolean {
  const known = isCode(rhythms, rhythm) && isCode(tellings, tells);
  const counts = silence === null || (Number.isInteger(silence) && silence >= 1 && silence <= mostSilence);
  return known && day.test(from) && isDay(from) && minute.test(at) && counts;
}

/**
 * Check-ins as she chooses them now. Nothing that came before a new rhythm is asked; where the rhythm stays, a question that is open stays
 * open, and where she chooses anew what is told of silence, what had no answer before that is none.
 */
export function chosen(before: Care | null, choice: CareChoice, now: number): Care {
  const { rhythm, from, at, tells, silence } = choice;
  const fields = { rhythm, from, at, tells, silence };
  const same = before?.rhythm === rhythm && before.from === from && before.at === at;
  if (before !== null && same) {
    const allowed = before.tells === tells && before.silence === silence;
    const settled = allowed ? before.settled : Math.max(before.settled, comeBy(before, now) - 1);
    return { ...before, ...fields, settled };
  }
  return { ...fields, paused: false, settled: comeBy(fields, now), toldSilence: false };
}

/** Nothing is asked from now on. */
export function paused(care: Care): Care {
  return { ...care, paused: true };
}

/** Asked again from the next question on: nobody was silent who wasn't asked. */
export function resumed(care: Care, now: number): Care {
  return { ...settledBy(care, now), paused: false };
}

/** The question that is open now, by its number; null where none is. Of several that came meanwhile it is the newest (CAR-3). */
export function openQuestion(care: Care, now: number): number | null {
  if (care.paused) return null;
  const come = comeBy(care, now);
  return come > care.settled ? come : null;
}

/**
 * The same after the phone's clock was ahead when a question was settled, and is right again: what has not come yet is not settled. The
 * question of an hour that clocks show twice is.
 */
export function setRight(care: Care, now: number): Care {
  const come = comeBy(care, now);
  return care.settled > come + 1 ? { ...care, settled: come } : care;
}

/** No question is open any more, and the silence is over. */
export function settledBy(care: Care, now: number): Care {
  return { ...care, settled: Math.max(care.settled, comeBy(care, now)), toldSilence: false };
}

/**
 * How many questions without an answer the team is to be told of now; null where it isn't. A question is unanswered once the next one has
 * come (CAR-6).
 */
export function silenceOf(care: Care, now: number): number | null {
  const { silence, tells, settled, toldSilence } = care;
  const open = openQuestion(care, now);
  if (open === null || silence === null || tells === 'nothing' || toldSilence) return null;
  const unanswered = open - settled - 1;
  return unanswered >= silence ? unanswered : null;
}

export function encodeCare(care: Care): JsonObject {
  return { ...care };
}

/** Reads what {@link encodeCare} wrote, or throws. */
export function decodeCare(value: JsonValue): Care {
  const { rhythm, from, at, tells, silence, paused: pauses, settled, toldSilence } = objectOf(value);
  if (!isCode(rhythms, rhythm) || !isCode(tellings, tells)) throw malformed();
  const choice = { rhythm, from: textOf(from), at: textOf(at), tells, silence: nullable(silence, countOf) };
  if (!isChoice(choice)) throw malformed();
  return {
    ...choice,
    paused: booleanOf(pauses),
    settled: countOf(settled),
    toldSilence: booleanOf(toldSilence),
  };
}

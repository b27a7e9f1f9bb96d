import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import { type Capacity, capacities } from '../vocabulary/vocabulary.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { integerOf, listOf, type Members, require, textOf } from '../wire/members.js';
import { isDay } from '../wire/time.js';
import type { DocumentFormat } from './document.js';
import { codeOf, idOf } from './programme.js';
import { maxNumber } from './release.js';

export const minutesPerWeek = 10_080;

/** From a minute of the week up to, and without, another one. */
export type OpeningInterval = readonly [from: number, to: number];

/**
 * When a programme is staffed, in minutes of the week in Europe/Amsterdam, Monday 00:00 being 0; ascending and without
 * overlap (DIR-17). None means that the programme has not said when.
 */
export type OpeningHours = readonly OpeningInterval[];

/** The content of a programme's status, signed by the programme. */
export interface ProgrammeStatus {
  readonly programme: ProgrammeId;
  /** Counts this programme's statuses, from 1. */
  readonly number: number;
  /** The moment from which it says nothing about availability any more. */
  readonly validUntil: string;
  readonly openingHours: OpeningHours;
  /** Days on which it is closed, whatever its hours say: ascending, in Europe/Amsterdam. */
  readonly closedOn: readonly string[];
  readonly capacity: Capacity;
  readonly weeksWaiting: number;
  /** How many admission tokens a new conversation costs, 1 to 10; statuses from before there was a price don't say it. */
  readonly tokensPerConversation: number;
  /** Whether a new conversation costs a use of a contact card instead. */
  readonly cardsOnly: boolean;
  /** Devices whose credentials don't count, whatever their dates. */
  readonly revokedDevices: readonly DeviceId[];
}

/** More than any programme publishes between two releases. */
const numbersARelease = 10_000;

/**
 * The number before a programme's next status or proposal where none is known: a rolled key makes those before it unreadable, and their
 * numbers count all the same. A roll is a release, so it begins above them.
 */
export function numberBeforeFirst(release: { readonly number: number }): number {
  return release.number * numbersARelease;
}

const maxIntervals = 200;
/** Days that a status may name as closed. */
export const mostClosedDays = 60;
const maxWeeks = 520;
const maxTokens = 10;
const maxRevoked = 1000;

export const programmeStatusFormat: DocumentFormat<ProgrammeStatus> = {
  type: 'opstap-programme-status',
  context: 'opstap programme status v1',
  maxLength: 2 ** 16,
  decode,
  encode,
};

/** Whether intervals are ascending, without overlap, and within the week. */
export function areOpeningHours(intervals: OpeningHours): boolean {
  let end = 0;
  return intervals.every(([from, to]) => {
    const fits = end <= from && from < to && to <= minutesPerWeek;
    end = to;
    return fits;
  });
}

function decode(members: Members): ProgrammeStatus {
  const openingHours = members.list('openingHours', maxIntervals, intervalOf);
  require(areOpeningHours(openingHours));
  return {
    programme: idOf('prg', members.node('programme')),
    number: members.integer('number', 1, maxNumber),
    validUntil: members.moment('validUntil'),
    openingHours,
    closedOn: members.has('closedOn') ? closedDaysOf(members) : [],
    capacity: codeOf(capacities, members.node('capacity')),
    weeksWaiting: members.integer('weeksWaiting', 0, maxWeeks),
    tokensPerConversation: members.has('tokensPerConversation')
      ? members.integer('tokensPerConversation', 1, maxTokens)
      : 1,
    cardsOnly: members.has('cardsOnly') && members.flag('cardsOnly'),
    revokedDevices: members.list('revokedDevices', maxRevoked, (value) => idOf('dev', value)),
  };
}

/** The days from today on on which a programme is closed, as days from today. */
export function closedAhead(closedOn: readonly string[], today: string): readonly number[] {
  return closedOn
    .filter((day) => day >= today)
    .map((day) => (Date.parse(day) - Date.parse(today)) / 86_400_000);
}

function closedDaysOf(members: Members): readonly string[] {
  const days = members.list('closedOn', mostClosedDays, dayOf);
  require(days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day));
  return days;
}

function dayOf(value: JsonValue): string {
  const text = textOf(value, 10);
  require(isDay(text));
  return text;
}

function encode(status: ProgrammeStatus): JsonObject {
  return {
    programme: status.programme,
    number: status.number,
    validUntil: status.validUntil,
    openingHours: status.openingHours,
    closedOn: status.closedOn,
    capacity: status.capacity,
    weeksWaiting: status.weeksWaiting,
    tokensPerConversation: status.tokensPerConversation,
    cardsOnly: status.cardsOnly,
    revokedDevices: status.revokedDevices,
  };
}

function intervalOf(value: JsonValue): OpeningInterval {
  const [from, to, ...rest] = listOf(value, 2, (end) => integerOf(end, 0, minutesPerWeek));
  require(from !== undefined && to !== undefined && rest.length === 0);
  return [from, to];
}

import { minutesPerWeek } from '@opstap/protocol/directory/programme-status';
import type { RosterDuty, RosterSlot } from '@opstap/protocol/duty/roster';
import { mostSlots } from '@opstap/protocol/duty/roster';
import type { WorkerId } from '@opstap/protocol/id/branded-id';

export const minutesPerDay = 1440;
export const week = minutesPerWeek;
/** Monday first. */
export const days = [0, 1, 2, 3, 4, 5, 6] as const;

/** A part of the week; where `to` isn't after `from`, it goes on over Sunday night. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What somebody fills in: the same hours on one day or several. */
export interface Entry {
  readonly worker: WorkerId;
  readonly duty: RosterDuty;
  readonly days: readonly number[];
  /** `09:00`; up to and without `to`, which is the next day's where it isn't later. */
  readonly from: string;
  readonly to: string;
}

/** Why the server would refuse slots (DUT-1, DUT-2), with the two that collide and when. */
export type Refusal =
  | { readonly kind: 'too-many' }
  | {
      readonly kind: 'same-duty' | 'both-duties';
      readonly one: RosterSlot;
      readonly other: RosterSlot;
      readonly when: Span;
    };

/** A slot, or a gap, as far as it lies in one day: minutes of that day. */
export interface Piece<T> extends Span {
  readonly of: T;
}

/** Sorted by duty and hour, as the server has them. */
export function inOrder(slots: readonly RosterSlot[]): readonly RosterSlot[] {
  return [...slots].sort((a, b) => (a.duty === b.duty ? a.from - b.from : a.duty === 'primary' ? -1 : 1));
}

/** The slots that an entry means; what goes over Sunday night is two. */
export function slotsOf({ worker, duty, days: chosen, from, to }: Entry): readonly RosterSlot[] {
  return chosen.flatMap((day) => {
    const start = day * minutesPerDay + minuteOf(from);
    const end = day * minutesPerDay + minuteOf(to) + (to <= from ? minutesPerDay : 0);
    return pair(start, end).map((span) => ({ worker, duty, ...span }));
  });
}

function pair(from: number, to: number): readonly Span[] {
  if (to <= week) return [{ from, to }];
  return [
    { from, to: week },
    { from: 0, to: to - week },
  ];
}

/** The first reason why a roster with these slots would be refused, or null. */
export function refusalOf(slots: readonly RosterSlot[]): Refusal | null {
  for (const [at, one] of slots.entries()) {
    for (const other of slots.slice(at + 1)) {
      const when = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      if (when.from >= when.to) continue;
      if (one.duty === other.duty) return { kind: 'same-duty', one, other, when };
      if (one.worker === other.worker) return { kind: 'both-duties', one, other, when };
    }
  }
  return slots.length > mostSlots ? { kind: 'too-many' } : null;
}

/** When nobody is primary. The one over Sunday night is one. */
export function gapsOf(slots: readonly RosterSlot[]): readonly Span[] {
  const gaps: Span[] = [];
  let end = 0;
  const primary = inOrder(slots).filter(({ duty }) => duty === 'primary');
  for (const { from, to } of [...primary, { from: week, to: week }]) {
    if (from > end) gaps.push({ from: end, to: from });
    end = Math.max(end, to);
  }
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (first === undefined || last === undefined || first === last) return gaps;
  if (first.from > 0 || last.to < week) return gaps;
  return [...gaps.slice(1, -1), { from: last.from, to: first.to }];
}

/** How many minutes a part of the week has. */
export function lengthOf({ from, to }: Span): number {
  return to > from ? to - from : to + week - from;
}

/** What of these lies in a day. */
export function piecesOn<T extends Span>(day: number, spans: readonly T[]): readonly Piece<T>[] {
  const start = day * minutesPerDay;
  return spans.flatMap((span) =>
    pair(span.from, span.from + lengthOf(span))
      .map(({ from, to }) => ({
        of: span,
        from: Math.max(from - start, 0),
        to: Math.min(to - start, minutesPerDay),
      }))
      .filter(({ from, to }) => from < to),
  );
}

/** The slots with those of one day put in the place of what other days had. What goes on past midnight goes on there, too. */
export function withDayCopied(
  slots: readonly RosterSlot[],
  day: number,
  onto: readonly number[],
): readonly RosterSlot[] {
  const targets = onto.filter((target) => target !== day);
  const begins = slots.filter(({ from }) => Math.floor(from / minutesPerDay) === day);
  const kept = targets.reduce(
    (rest, target) =>
      rest.flatMap((slot) => cutOut(slot, target * minutesPerDay, (target + 1) * minutesPerDay)),
    slots,
  );
  const copied = targets.flatMap((target) =>
    begins.flatMap((slot) => {
      const from = slot.from + (target - day) * minutesPerDay;
      return pair(from, from + lengthOf(slot)).map((span) => ({ ...slot, ...span }));
    }),
  );
  return inOrder([...kept, ...copied]);
}

function cutOut(slot: RosterSlot, from: number, to: number): readonly RosterSlot[] {
  return [
    { ...slot, to: Math.min(slot.to, from) },
    { ...slot, from: Math.max(slot.from, to) },
  ].filter((left) => left.from < left.to);
}

/** The shift that a worker has now, or has next; null where she is on no roster. Slots that touch are one. */
export function nextShift(
  slots: readonly RosterSlot[],
  worker: WorkerId,
  minute: number,
): (Span & { readonly duty: RosterDuty; readonly now: boolean }) | null {
  const own = slots.filter((slot) => slot.worker === worker);
  const next = own
    .map((slot) => ({ slot, now: slot.from <= minute && minute < slot.to }))
    .sort((a, b) => wait(a, minute) - wait(b, minute))[0];
  if (next === undefined) return null;
  const { slot, now } = next;
  const same = own.filter(({ duty }) => duty === slot.duty);
  let { to } = slot;
  for (let after = following(same, to); after !== undefined && after !== slot; after = following(same, to)) {
    to = after.to;
  }
  return { duty: slot.duty, from: slot.from, to, now };
}

function wait({ slot, now }: { slot: RosterSlot; now: boolean }, minute: number): number {
  return now ? -1 : (slot.from - minute + week) % week;
}

function following(slots: readonly RosterSlot[], minute: number): RosterSlot | undefined {
  return slots.find(({ from }) => from === minute % week);
}

/** Whether somebody has a duty now, or gets one within so many minutes. */
export function servesWithin(
  slots: readonly RosterSlot[],
  worker: WorkerId,
  minute: number,
  within: number,
): boolean {
  return slots.some(
    (slot) =>
      slot.worker === worker &&
      ((slot.from <= minute && minute < slot.to) || (slot.from - minute + week) % week < within),
  );
}

/** What somebody typed for an hour, as `09:30`: 9, 9:30, 9.30 or 0930; midnight is 0 or 24. Null where it is none. */
export function timeFrom(text: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= minutesPerDay ? timeOf(minute) : null;
}

/** Minutes since midnight of `09:30`. */
export function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** `09:30` of a minute of the week; midnight at the end of a day is `24:00` only where asked for. */
export function timeOf(minute: number, atEnd = false): string {
  const ofDay = minute % minutesPerDay;
  const shown = atEnd && ofDay === 0 ? minutesPerDay : ofDay;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

import type { OpeningHours, OpeningInterval } from '@opstap/protocol/directory/programme-status';

const day = 1440;

/** From a time of the day until another, as `09:00`; `00:00` as an end is midnight. Empty while nothing was typed. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** The hours of each day, Monday first. */
export type Week = readonly (readonly Hours[])[];

export type HoursMistake = 'missing' | 'backwards' | 'overlap';

/** Opening hours as they are edited: cut at midnight, and what touches is one. */
export function weekOf(hours: OpeningHours): Week {
  const joined = join(hours);
  return Array.from({ length: 7 }, (_, index) => {
    const [start, end] = [index * day, (index + 1) * day];
    return joined
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => ({
        from: timeOf(Math.max(from, start) - start),
        to: timeOf(Math.min(to, end) - start),
      }));
  });
}

/** Why the hours of a day can't be signed, or null. */
export function mistakeIn(hours: readonly Hours[]): HoursMistake | null {
  const spans = hours.map(spanOf);
  if (spans.some(([from, to]) => Number.isNaN(from) || Number.isNaN(to))) return 'missing';
  if (spans.some(([from, to]) => to <= from)) return 'backwards';
  const ordered = inOrder(spans);
  return ordered.some(([from], index) => from < (ordered[index - 1]?.[1] ?? 0)) ? 'overlap' : null;
}

/** Opening hours of a week without mistakes. */
export function hoursOf(week: Week): OpeningHours {
  return join(
    week.flatMap((hours, index) =>
      inOrder(hours.map(spanOf)).map(([from, to]) => [from + index * day, to + index * day] as const),
    ),
  );
}

/** The minute of the day, from 0 to 1,440, or NaN. */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
}

function spanOf({ from, to }: Hours): readonly [number, number] {
  const end = minuteOf(to);
  return [minuteOf(from), end === 0 ? day : end];
}

function inOrder(spans: OpeningHours): OpeningHours {
  return spans.toSorted(([from], [other]) => from - other);
}

function join(intervals: OpeningHours): OpeningHours {
  const joined: OpeningInterval[] = [];
  for (const [from, to] of intervals) {
    const last = joined.at(-1);
    if (last?.[1] === from) joined.splice(-1, 1, [last[0], to]);
    else joined.push([from, to]);
  }
  return joined;
}

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

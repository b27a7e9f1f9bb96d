const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a moment in whole seconds, in UTC. Such texts sort as the moments do. */
export function isMoment(text: string): boolean {
  return moment.test(text) && momentOf(new Date(text)) === text;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return day.test(text) && isMoment(`${text}T00:00:00Z`);
}

/** A moment as a text, its fraction of a second cut off. */
export function momentOf(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}

/** Seconds since 1970 of a text that is a moment. */
export function secondsOf(text: string): number {
  return Date.parse(text) / 1000;
}

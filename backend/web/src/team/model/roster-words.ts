import type { PageLanguage } from '../../shared/model/words.js';
import { minutesPerDay, type Span, timeOf, week } from './roster.js';

const locales: Record<PageLanguage, string> = { nl: 'nl-NL', en: 'en-GB' };
/** Some Monday, in UTC. */
const monday = Date.UTC(2024, 0, 1);

/** A day's name as within a sentence; 0 is Monday. */
export function dayName(day: number, language: PageLanguage, width: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', weekday: width });
  return format.format(monday + (day % 7) * minutesPerDay * 60_000);
}

/** The same at the beginning of a sentence. */
export function dayTitle(day: number, language: PageLanguage): string {
  return capital(dayName(day, language), language);
}

/** A part of the week, as at the beginning of a sentence: `Zaterdag 22:00–24:00`. */
export function spanWords(span: Span, language: PageLanguage): string {
  return capital(spanWithin(span, language), language);
}

/** The same within a sentence. */
export function spanWithin({ from, to }: Span, language: PageLanguage): string {
  const first = Math.floor(from / minutesPerDay);
  const last = Math.floor(((to - 1 + week) % week) / minutesPerDay);
  const begin = `${dayName(first, language)} ${timeOf(from)}`;
  if (first === last && to > from) return `${begin}–${timeOf(to, true)}`;
  return `${begin} – ${dayName(last, language)} ${timeOf(to, true)}`;
}

function capital(text: string, language: PageLanguage): string {
  return text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1);
}

import type { PhoneLanguage } from './words.js';

const timeZone = 'Europe/Amsterdam';
const quarter = 15 * 60_000;
const day = 24 * 60 * 60_000;
const locales: Record<PhoneLanguage, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  es: 'es-ES',
  ro: 'ro-RO',
  bg: 'bg-BG',
  pl: 'pl-PL',
  'pt-BR': 'pt-BR',
  // The years of the papers that she gets here.
  th: 'th-TH-u-ca-gregory',
};

const weekday: Intl.DateTimeFormatOptions = { weekday: 'long' };
const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
const dateInYear: Intl.DateTimeFormatOptions = { ...date, year: 'numeric' };

/** Few are ever asked for, and making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, options]);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, format);
  return format;
}

const languageNames = new Map<string, Intl.DisplayNames>();

function languageNamesIn(locale: string): Intl.DisplayNames {
  const names = languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  languageNames.set(locale, names);
  return names;
}

/** How a moment lies to now, on Dutch clocks. */
export type Moment =
  | { readonly kind: 'today' | 'tomorrow'; readonly time: string }
  | { readonly kind: 'weekday' | 'date'; readonly day: string; readonly time: string };

/** A moment as people say it: the hour today or tomorrow, the weekday within a week, the date after that, with its year where it isn't this one. */
export function momentFrom(instant: number, now: number, language: PhoneLanguage): Moment {
  const time = timeOfDay(instant, language);
  if (dayOf(instant) === dayOf(now)) return { kind: 'today', time };
  if (dayOf(instant) === dayLater(dayOf(now), 1)) return { kind: 'tomorrow', time };
  const near = instant > now && instant < now + 6 * day;
  const format = near ? weekday : dayOf(instant).slice(0, -6) === dayOf(now).slice(0, -6) ? date : dateInYear;
  const words = formatOf(locales[language], { timeZone, ...format }).format(instant);
  return { kind: near ? 'weekday' : 'date', day: words, time };
}

export function timeOfDay(instant: number, language: PhoneLanguage): string {
  return formatOf(locales[language], { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
}

/** The next quarter of an hour: a promise is never made to the minute. */
export function roundUp(instant: number): number {
  return Math.ceil(instant / quarter) * quarter;
}

/** The day of the calendar on Dutch clocks, `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  return formatOf('sv-SE', { timeZone }).format(instant);
}

/** The day of the calendar some days after another one, or before it, whatever clocks do in between. */
export function dayLater(from: string, days: number): string {
  return new Date(Date.parse(from) + days * day).toISOString().slice(0, 10);
}

/** A day of the calendar, `YYYY-MM-DD`, as people say it. */
export function calendarDay(text: string, language: PhoneLanguage): string {
  return formatOf(locales[language], { timeZone: 'UTC', ...dateInYear }).format(Date.parse(text));
}

/** The same with its weekday. */
export function namedDay(text: string, language: PhoneLanguage): string {
  const format = formatOf(locales[language], { timeZone: 'UTC', ...weekday, ...dateInYear });
  return format.format(Date.parse(text));
}

/** A language's own name, so that who speaks it recognises it; the tag itself where the browser has none. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** A language's name in the language of the page. */
export function languageName(tag: string, language: PhoneLanguage): string {
  return languageNamesIn(locales[language]).of(tag) ?? tag;
}

/** Several things in one sentence. */
export function listed(names: readonly string[], language: PhoneLanguage): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}

/** How long guessing a code takes whoever copied the phone's storage and has computers to try with. */
export type Delay = 'minutes' | 'hours' | 'days' | 'years';

/** Guesses a second: a dear computer, with what one of them costs (LCK-4). */
const guesses = 1_000;
const hour = 3_600;

/** What a character adds to what has to be tried, in bits: a digit that nobody could foresee, and a letter of words that people choose. */
const digit = 3.3;
const letter = 2;

/** An estimate, and rather too low: people choose what others can think of. */
export function delayOf(code: string): Delay {
  const digits = code.replace(/\D/g, '').length;
  const others = [...code.replace(/[\d\s]/g, '')].length;
  const seconds = 2 ** (digits * digit + others * letter) / guesses;
  if (seconds < hour) return 'minutes';
  if (seconds < 24 * hour) return 'hours';
  return seconds < 365 * 24 * hour ? 'days' : 'years';
}

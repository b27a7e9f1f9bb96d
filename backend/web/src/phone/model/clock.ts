import type { PhoneSay } from './words.js';

const hour = 60 * 60_000;

/** What she is told of her phone's clock; null where it is right enough. The offset is what the clock lacks, in milliseconds. */
export function clockWords(offset: number, say: PhoneSay): string | null {
  const hours = Math.round(Math.abs(offset) / hour);
  if (hours === 0) return null;
  const direction = say(offset > 0 ? 'notice.clock.behind' : 'notice.clock.ahead');
  return say('notice.clock', { hours, direction });
}

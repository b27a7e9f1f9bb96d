import { before } from '../../shared/model/moment-words.js';
import { momentFrom } from '../../shared/model/moments.js';
import type { PageLanguage } from '../../shared/model/words.js';
import type { TeamSay } from './words.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long somebody has waited, as people say it. */
export function waitingInWords(waiting: number, say: TeamSay): string {
  if (waiting < minute) return say('waiting.now');
  if (waiting < hour) return say('waiting.minutes', { count: Math.floor(waiting / minute) });
  if (waiting < day) return say('waiting.hours', { count: Math.floor(waiting / hour) });
  const days = Math.floor(waiting / day);
  return days === 1 ? say('waiting.day') : say('waiting.days', { count: days });
}

/** By when an answer was promised. */
export function promiseInWords(answerBy: number, now: number, language: PageLanguage, say: TeamSay): string {
  const when = before(momentFrom(answerBy, now, language), say);
  return say(answerBy < now ? 'promise.late' : 'promise', { when });
}

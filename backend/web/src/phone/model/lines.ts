import type { Bubble } from '../../shared/model/bubble.js';
import { checkInWords } from '../../shared/model/check-in-words.js';
import { at } from '../../shared/model/moment-words.js';
import { dayOf, momentFrom, timeOfDay } from '../../shared/model/moments.js';
import { shownName } from '../../shared/model/names.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { Line, Progress } from './progress.js';
import type { PhoneKey, PhoneSay } from './words.js';

const progressWords: Record<Progress, PhoneKey> = {
  'kept-here': 'progress.kept-here',
  sent: 'progress.sent',
  fetched: 'progress.fetched',
  answered: 'progress.answered',
  refused: 'progress.refused',
};

/** The messages as the phone shows them. */
export function linesInWords(
  lines: readonly Line[],
  say: PhoneSay,
  language: PhoneLanguage,
  now: number,
): readonly Bubble[] {
  return lines.map((line) => ({
    key: line.key,
    own: line.own,
    who: line.own ? say('talk.you') : (shownName(line.name, [say('talk.you')]) ?? say('talk.person')),
    text: textOf(line, say),
    card: line.card,
    note: noteOf(line, say),
    ...(line.referral === null ? {} : { referral: line.referral }),
    when: line.sentAt === null ? '' : whenInWords(line.sentAt, say, language, now),
    // Who sent those very words has said it.
    ...(line.urgent && !line.text?.startsWith(say('more.urgent')) && { mark: say('more.urgent') }),
    progress: line.progress === null ? null : say(progressWords[line.progress]),
    failed: line.progress === 'refused',
  }));
}

/** Words, or what stands in their place; null where it could not be read. */
function textOf({ text, card, checkIn }: Line, say: PhoneSay): string | null {
  if (card !== null) return say('talk.passed-on');
  return checkIn === null ? text : checkInWords(checkIn, say);
}

function noteOf({ text, card, referral, checkIn, asksToErase }: Line, say: PhoneSay): string | null {
  if (card !== null || referral !== null) return null;
  if (asksToErase) return say('talk.erase-forged');
  return text === null && checkIn === null
    ? `${say('message.unreadable')} ${say('talk.unreadable.do')}`
    : null;
}

function whenInWords(sentAt: number, say: PhoneSay, language: PhoneLanguage, now: number): string {
  if (dayOf(sentAt) === dayOf(now)) return timeOfDay(sentAt, language);
  return at(momentFrom(sentAt, now, language), say);
}

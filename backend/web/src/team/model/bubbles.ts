import type { Message } from '@opstap/protocol/conversation/message';
import type { Facets } from '@opstap/protocol/payload/payload';
import { addictions, areasOfLife, genders, isCode, residences } from '@opstap/protocol/vocabulary/vocabulary';
import type { Bubble, Card } from '../../shared/model/bubble.js';
import { checkInWords } from '../../shared/model/check-in-words.js';
import { facetWords } from '../../shared/model/facet-words.js';
import { at } from '../../shared/model/moment-words.js';
import { dayOf, languageName, listed, momentFrom, timeOfDay } from '../../shared/model/moments.js';
import { shownName } from '../../shared/model/names.js';
import type { PageLanguage } from '../../shared/model/words.js';
import type { TeamKey, TeamSay } from './words.js';

const progressWords: Record<Message['delivery'], TeamKey> = {
  'kept-here': 'progress.kept-here',
  sent: 'progress.sent',
  fetched: 'progress.fetched',
  refused: 'progress.refused',
};

/** The messages as the team reads them. */
export function bubblesOf(
  messages: readonly Message[],
  say: TeamSay,
  language: PageLanguage,
  now: number,
): readonly Bubble[] {
  const names = new Map(
    messages.flatMap(({ sender, payload }) =>
      sender !== null && payload?.type === 'introduction' ? [[sender, payload.name] as const] : [],
    ),
  );
  return messages.flatMap(({ order, payload, sender, sentAt, delivery }): Bubble[] => {
    if (payload?.type === 'introduction') return [];
    const card = payload?.type === 'handover-card' ? payload : null;
    const text = wordsOf(payload, say);
    const seeker = sender?.startsWith('psn_') === true;
    const referral: Card | null = payload?.type === 'referral' && !seeker ? payload : null;
    return [
      {
        key: String(order),
        own: sender === null,
        who:
          sender === null
            ? say('who.you')
            : seeker
              ? say('who.seeker')
              : (colleagueName(names.get(sender), say) ?? say('who.colleague')),
        text,
        card,
        note: referral === null ? noteOf(payload, say) : null,
        ...(referral === null ? {} : { referral }),
        when:
          (text === null && referral === null) || sentAt === null
            ? ''
            : whenInWords(sentAt, say, language, now),
        progress: sender === null ? say(progressWords[delivery]) : null,
        failed: delivery === 'refused',
      },
    ];
  });
}

/** Words, or what stands in their place; null where it could not be read. */
function wordsOf(payload: Message['payload'], say: TeamSay): string | null {
  if (payload?.type === 'handover-card') return say('message.passed-on');
  if (payload?.type === 'check-in') return checkInWords(payload, say);
  return payload?.type === 'text' ? payload.text : null;
}

function noteOf(payload: Message['payload'], say: TeamSay): string | null {
  if (payload?.type === 'erase') return say('message.erase-forged');
  const shown = payload?.type === 'text' || payload?.type === 'handover-card' || payload?.type === 'check-in';
  return shown ? null : `${say('message.unreadable')} ${say('message.unreadable.do')}`;
}

/** The name that a colleague gave, or null where there is none that can be told from the page's own words. */
export function colleagueName(name: string | undefined, say: TeamSay): string | null {
  return shownName(name, [say('who.you'), say('who.seeker')]);
}

/** What she chose to say of herself with her words, a line each; codes that this page doesn't know are left out. */
export function toldInWords(
  messages: readonly Message[],
  say: TeamSay,
  language: PageLanguage,
  placeOf: (municipality: string) => string | undefined,
): readonly string[] {
  const texts = messages.flatMap(({ sender, payload }) =>
    sender?.startsWith('psn_') === true && payload?.type === 'text' ? [payload] : [],
  );
  const spoken = texts.findLast((text) => text.language !== undefined)?.language;
  const facets = texts.findLast((text) => text.facets !== undefined)?.facets ?? {};
  const line = (key: TeamKey, names: readonly string[]) =>
    names.length === 0 ? [] : [say(key, { what: listed(names, language) })];
  return [
    ...(spoken === undefined ? [] : [say('told.language', { what: languageName(spoken, language) })]),
    ...line('told.areas', words(facets.areas, areasOfLife, facetWords.areas, say)),
    ...line(
      'told.place',
      (facets.municipality ?? []).flatMap((code) => placeOf(code) ?? []),
    ),
    ...line('told.gender', words(facets.gender, genders, facetWords.gender, say)),
    ...line('told.residence', words(facets.residence, residences, facetWords.residence, say)),
    ...line('told.addiction', words(facets.addiction, addictions, facetWords.addiction, say)),
  ];
}

function words<Code extends string>(
  codes: Facets[keyof Facets],
  vocabulary: readonly Code[],
  keys: Readonly<Record<Code, TeamKey>>,
  say: TeamSay,
): readonly string[] {
  return (codes ?? []).flatMap((code) => (isCode(vocabulary, code) ? [say(keys[code])] : []));
}

function whenInWords(sentAt: number, say: TeamSay, language: PageLanguage, now: number): string {
  if (dayOf(sentAt) === dayOf(now)) return timeOfDay(sentAt, language);
  return at(momentFrom(sentAt, now, language), say);
}

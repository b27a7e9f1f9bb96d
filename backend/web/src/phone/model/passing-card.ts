import type { HandoverCard } from '@opstap/protocol/client/index';
import type { Message } from '@opstap/protocol/conversation/message';
import { mostPassages } from '@opstap/protocol/payload/payload-codec';
import { type FactName, factNames } from '../../shared/model/handover-facts.js';
import { dayOf } from '../../shared/model/moments.js';
import { longestText, textLength } from '../../shared/model/text-length.js';
import type { Passing } from './passing.js';
import { namesOf } from './progress.js';

/** A message that could go along. */
export interface Passable {
  readonly order: number;
  readonly own: boolean;
  readonly name: string | null;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
  readonly text: string;
}

/** Texts, in their order. */
export function passableOf(messages: readonly Message[]): readonly Passable[] {
  const names = namesOf(messages);
  return messages.flatMap(({ order, sender, payload, sentAt }) =>
    payload?.type === 'text' && sentAt !== null
      ? [
          {
            order,
            own: sender === null,
            name: sender === null ? null : (names.get(sender) ?? null),
            on: dayOf(sentAt),
            text: payload.text,
          },
        ]
      : [],
  );
}

/** What she told of herself with her words, each by its newest. */
export function toldOf(messages: readonly Message[]): Pick<HandoverCard, 'language' | 'facets'> {
  const texts = messages.flatMap(({ sender, payload }) =>
    sender === null && payload?.type === 'text' ? [payload] : [],
  );
  const language = texts.findLast((text) => text.language !== undefined)?.language;
  const facets = texts.findLast((text) => text.facets !== undefined)?.facets;
  return {
    ...(language === undefined ? {} : { language }),
    ...(facets === undefined ? {} : { facets }),
  };
}

/** The card as it would be sent: her own words as she changed them, others' as they are. */
export function cardOf(
  passing: Passing,
  messages: readonly Passable[],
  { language, facets = {} }: Pick<HandoverCard, 'language' | 'facets'>,
): HandoverCard {
  const text = passing.text.trim();
  const wants = (name: FactName) => passing.facts.includes(name);
  const told = factNames.flatMap((name) => {
    const codes = name === 'language' ? undefined : facets[name];
    return codes === undefined || !wants(name) ? [] : [[name, codes] as const];
  });
  return {
    ...(text === '' ? {} : { text }),
    passages: messages.flatMap((message) => passageOf(message, passing)),
    ...(language === undefined || !wants('language') ? {} : { language }),
    ...(told.length === 0 ? {} : { facets: Object.fromEntries(told) }),
    plan: passing.plan,
  };
}

/** Why a card can't be sent as it is; null where it can. */
export function cardRefusal({ text = '', passages, language, facets, plan }: HandoverCard) {
  const nothing = text === '' && passages.length === 0 && language === undefined && facets === undefined;
  if (nothing && !plan) return 'empty';
  if (passages.length > mostPassages) return 'too-many';
  const long = [text, ...passages.map((passage) => passage.text)].some(
    (each) => textLength(each) > longestText,
  );
  return long ? 'too-long' : null;
}

function passageOf(message: Passable, { picked }: Passing): HandoverCard['passages'][number][] {
  const pick = picked.find(({ order }) => order === message.order);
  if (pick === undefined) return [];
  const { own, name, on } = message;
  const text = (own ? pick.text : message.text).trim();
  if (text === '') return [];
  return [{ from: own ? 'seeker' : 'team', ...(name === null ? {} : { name }), on, text }];
}

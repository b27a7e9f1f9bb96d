import type { Message } from '@opstap/protocol/conversation/message';
import type { Facets } from '@opstap/protocol/payload/payload';
import { longestText, textLength } from '../../shared/model/text-length.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { Draft } from './draft.js';

/** What goes to the team with her first words; her place only if she said so. */
export function firstText(draft: Draft, language: PhoneLanguage) {
  const { told, where } = draft;
  return {
    text: draft.text.trim(),
    language: told.languages[0] ?? language,
    ...(told.urgent && { urgent: true }),
    ...facetsMember(facetsOf(draft, told.tellsPlace ? (where?.municipality ?? null) : null)),
  };
}

/** What she wrote since anybody answered, to be sent to another team as she then wants it. As much as fits into one message. */
export function unansweredText(messages: readonly Message[]): string {
  const answered = messages.findLastIndex(
    ({ sender, payload }) => sender !== null && payload?.type === 'text',
  );
  const texts = messages
    .slice(answered + 1)
    .flatMap(({ sender, payload }) => (sender === null && payload?.type === 'text' ? [payload.text] : []));
  return [...texts.join('\n\n')].slice(0, longestText).join('');
}

/** What she wrote in a conversation and never left her phone. */
export function unsentText(messages: readonly Message[], reply: string): string {
  const unsent = messages.flatMap(({ payload, delivery }) => {
    const stayed = delivery === 'kept-here' || delivery === 'refused';
    return stayed && payload?.type === 'text' ? [payload.text] : [];
  });
  return [...unsent, reply.trim()].filter((text) => text !== '').join('\n\n');
}

function facetsOf({ told }: Draft, municipality: string | null): Facets {
  const said: Facets = {
    municipality: municipality === null ? [] : [municipality],
    areas: told.areas,
    gender: told.gender,
    residence: told.residence,
    addiction: told.addiction,
  };
  return Object.fromEntries(Object.entries(said).filter(([, codes]) => codes.length > 0));
}

function facetsMember(facets: Facets): { facets?: Facets } {
  return Object.keys(facets).length > 0 ? { facets } : {};
}

export type TextRefusal = 'empty' | 'too-long';

/** Why a text can't be sent as it is, or null. */
export function textRefusal(text: string): TextRefusal | null {
  if (text.trim() === '') return 'empty';
  return textLength(text) > longestText ? 'too-long' : null;
}

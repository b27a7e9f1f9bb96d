import type { HandoverCard } from '@opstap/protocol/client/index';
import { addictions, areasOfLife, genders, isCode, residences } from '@opstap/protocol/vocabulary/vocabulary';
import { facetWords } from './facet-words.js';
import type { HandoverKey, HandoverSay } from './handover-words.js';
import { languageName, listed } from './moments.js';
import type { PhoneLanguage } from './words.js';

/** What she may have told of herself, as far as there are words for it. */
export const factNames = ['language', 'areas', 'municipality', 'gender', 'residence', 'addiction'] as const;
export type FactName = (typeof factNames)[number];

export interface Fact {
  readonly name: FactName;
  readonly words: string;
}

/** The language and the codes in words, a line each; codes that this page doesn't know are left out. */
export function factsOf(
  { language, facets = {} }: Pick<HandoverCard, 'language' | 'facets'>,
  say: HandoverSay,
  speaks: PhoneLanguage,
  placeOf: (municipality: string) => string | undefined,
): readonly Fact[] {
  const words: Record<FactName, readonly string[]> = {
    language: language === undefined ? [] : [languageName(language, speaks)],
    areas: named(facets.areas, areasOfLife, (code) => say(facetWords.areas[code])),
    municipality: (facets.municipality ?? []).flatMap((code) => placeOf(code) ?? []),
    gender: named(facets.gender, genders, (code) => say(facetWords.gender[code])),
    residence: named(facets.residence, residences, (code) => say(facetWords.residence[code])),
    addiction: named(facets.addiction, addictions, (code) => say(facetWords.addiction[code])),
  };
  return factNames
    .filter((name) => words[name].length > 0)
    .map((name) => ({ name, words: say(factKeys[name], { what: listed(words[name], speaks) }) }));
}

const factKeys: Readonly<Record<FactName, HandoverKey>> = {
  language: 'handover.language',
  areas: 'handover.areas',
  municipality: 'handover.municipality',
  gender: 'handover.gender',
  residence: 'handover.residence',
  addiction: 'handover.addiction',
};

function named<Code extends string>(
  codes: readonly string[] | undefined,
  vocabulary: readonly Code[],
  name: (code: Code) => string,
): readonly string[] {
  return (codes ?? []).flatMap((code) => (isCode(vocabulary, code) ? [name(code)] : []));
}

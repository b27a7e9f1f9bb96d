import type { Telling } from '@opstap/protocol/care/care';
import type { Rhythm } from '@opstap/protocol/care/rhythm';
import type { Catalogues, Say } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

export type CareKey = keyof typeof careNl;
export type CareSay = Say<CareKey>;

/** Fetches the catalogue of check-ins; only with them, and in the language in use. */
export const careWords: Catalogues<CareKey> = {
  nl: async () => (await import('./care-words-nl.js')).careNl,
  en: async () => (await import('./care-words-en.js')).careEn,
  es: async () => (await import('./care-words-es.js')).careEs,
  ro: async () => (await import('./care-words-ro.js')).careRo,
  bg: async () => (await import('./care-words-bg.js')).careBg,
  pl: async () => (await import('./care-words-pl.js')).carePl,
  'pt-BR': async () => (await import('./care-words-pt-BR.js')).carePtBr,
  th: async () => (await import('./care-words-th.js')).careTh,
};

export const rhythmWords: Readonly<Record<Rhythm, CareKey>> = {
  week: 'care.rhythm.week',
  'two-weeks': 'care.rhythm.two-weeks',
  month: 'care.rhythm.month',
  quarter: 'care.rhythm.quarter',
  year: 'care.rhythm.year',
};

export const tellingWords: Readonly<Record<Telling, CareKey>> = {
  nothing: 'care.tells.nothing',
  talk: 'care.tells.talk',
  all: 'care.tells.all',
};

/** What is said beside the question, of where an answer goes. */
export const goesWords: Readonly<Record<Telling, CareKey>> = {
  nothing: 'care.goes.nothing',
  talk: 'care.goes.talk',
  all: 'care.goes.all',
};

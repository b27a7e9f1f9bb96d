import type { Addiction, AreaOfLife, Gender, Residence } from '@opstap/protocol/vocabulary/vocabulary';
import type { sharedNl } from './words-nl.js';

type SharedKey = keyof typeof sharedNl;

/** The words for the codes that a first message may carry. */
export const facetWords = {
  areas: {
    housing: 'area.housing',
    finance: 'area.finance',
    'social-network': 'area.social-network',
    psychological: 'area.psychological',
    meaning: 'area.meaning',
    health: 'area.health',
    practical: 'area.practical',
    work: 'area.work',
    legal: 'area.legal',
    safety: 'area.safety',
  } satisfies Record<AreaOfLife, SharedKey>,
  gender: {
    female: 'gender.female',
    male: 'gender.male',
    transgender: 'gender.transgender',
    other: 'gender.other',
  } satisfies Record<Gender, SharedKey>,
  residence: {
    'live-and-work': 'residence.live-and-work',
    'self-employed-only': 'residence.self-employed-only',
    neither: 'residence.neither',
    'victim-permit': 'residence.victim-permit',
  } satisfies Record<Residence, SharedKey>,
  addiction: {
    none: 'addiction.none',
    'under-control': 'addiction.under-control',
    active: 'addiction.active',
  } satisfies Record<Addiction, SharedKey>,
} as const;

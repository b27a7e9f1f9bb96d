import type { Programme } from '../directory/programme.js';
import {
  type Addiction,
  type AddictionCondition,
  type Condition,
  conditions,
} from '../vocabulary/vocabulary.js';
import type { RankingRequest } from './ranking-request.js';

/** Which of a programme's conditions exclude a request (RNK-3 to RNK-5), in the vocabulary's order. */
export function exclusions(programme: Programme, request: RankingRequest): Condition[] {
  if (programme.national) return [];
  return conditions.filter((condition) => excludes[condition](programme, request));
}

const excludes: Record<Condition, (programme: Programme, request: RankingRequest) => boolean> = {
  addiction: (programme, request) => {
    const refused = refusedAddictions[programme.conditions.addiction];
    return all(request.addiction, (said) => refused.includes(said));
  },
  'residence-needed': (programme, request) =>
    programme.conditions.residenceNeeded && all(request.residence, (said) => said === 'neither'),
  'language-needed': (programme, request) =>
    programme.conditions.languageNeeded &&
    all(request.languages, (said) => !programme.languages.includes(said)),
  'must-have-stopped': (programme, request) =>
    programme.conditions.mustHaveStopped && request.stillWorking === 'yes',
  'lives-or-works-in-region': (programme, request) =>
    programme.conditions.livesOrWorksInRegion &&
    request.municipality !== undefined &&
    !programme.coverage.includes(request.municipality),
  'women-only': (programme, request) =>
    programme.conditions.womenOnly && all(request.gender, (said) => said === 'male'),
};

const refusedAddictions: Record<AddictionCondition, readonly Addiction[]> = {
  'no-matter': [],
  'under-control': ['active'],
  'treated-first': ['active', 'under-control'],
  'own-field': ['none'],
};

// Several choices mean "one of these": only when each of them is excluded is the request.
function all<T>(said: readonly T[] | undefined, excluded: (choice: T) => boolean): boolean {
  return said !== undefined && said.length > 0 && said.every(excluded);
}

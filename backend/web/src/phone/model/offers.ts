import type { DirectoryHolding } from '@opstap/protocol/client/trusted-directory';
import { currentStatuses } from '@opstap/protocol/directory/status-book';
import type { Geography } from '@opstap/protocol/geography/geography';
import { formatInstant } from '@opstap/protocol/json/json-value';
import { rank } from '@opstap/protocol/routing/ranking';
import { type Choice, choicesOf, type Speaking } from './choices.js';
import type { Draft } from './draft.js';
import { rankingRequest } from './ranking-request.js';

/** The programmes that she can write to now, in words, best first, without those that are not to be offered. */
export function offersOf(
  { release, statuses }: DirectoryHolding,
  geography: Geography,
  draft: Draft,
  speaking: Speaking,
  without: readonly string[],
): readonly Choice[] {
  const current = currentStatuses(statuses, formatInstant(speaking.now));
  const request = rankingRequest(draft, speaking.language, speaking.now);
  const ranking = rank(release.content, current, request, geography);
  const needsCard = (programme: string) =>
    programme !== draft.cardTeam && [...current].some(([id, { cardsOnly }]) => id === programme && cardsOnly);
  return choicesOf(ranking, release.content, geography, draft.where, speaking, needsCard).filter(
    ({ programme }) => !without.includes(programme),
  );
}

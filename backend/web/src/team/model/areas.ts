import type { TeamKey } from './words.js';

/** The parts of the team's page, in the order in which they are offered. */
export const areas = ['queue', 'roster', 'cards'] as const;

export type Area = (typeof areas)[number];

/** What they are called. */
export const areaWords = {
  queue: 'areas.queue',
  roster: 'areas.roster',
  cards: 'areas.cards',
} as const satisfies Record<Area, TeamKey>;

import type { TeamKey } from './words.js';

/** The parts of the team's page, in the order in which they are offered. */
const areas = ['queue', 'roster', 'cards', 'programme'] as const;

export type Area = (typeof areas)[number];

const forCoordinators: readonly Area[] = ['programme'];

/** What they are called. */
export const areaWords = {
  queue: 'areas.queue',
  roster: 'areas.roster',
  cards: 'areas.cards',
  programme: 'areas.programme',
} as const satisfies Record<Area, TeamKey>;

/** Those that somebody is offered. */
export function areasOf(coordinates: boolean): readonly Area[] {
  return areas.filter((area) => coordinates || !forCoordinators.includes(area));
}

import type { TeamKey } from './words.js';

/** The parts of the team's page, in the order in which they are offered. */
const areas = ['queue', 'leads', 'roster', 'cards', 'staff', 'programme'] as const;

export type Area = (typeof areas)[number];

const forCoordinators: readonly Area[] = ['staff', 'programme'];

/** What they are called. */
export const areaWords = {
  queue: 'areas.queue',
  leads: 'areas.leads',
  roster: 'areas.roster',
  cards: 'areas.cards',
  staff: 'areas.staff',
  programme: 'areas.programme',
} as const satisfies Record<Area, TeamKey>;

/** Those that somebody is offered. */
export function areasFor(role: string | null): readonly Area[] {
  return areas.filter((area) => role === 'coordinator' || !forCoordinators.includes(area));
}

/** The parts of the team's page, in the order in which they are offered. */
export const areas = ['queue', 'cards'] as const;

export type Area = (typeof areas)[number];

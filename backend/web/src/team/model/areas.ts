/** The parts of the team's page, in the order in which they are offered. */
export const areas = ['queue', 'cards', 'programme'] as const;

export type Area = (typeof areas)[number];

const forCoordinators: readonly Area[] = ['programme'];

/** Those that somebody is offered. */
export function areasOf(coordinates: boolean): readonly Area[] {
  return areas.filter((area) => coordinates || !forCoordinators.includes(area));
}

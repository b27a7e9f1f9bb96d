/** The parts of the team's page, in the order in which they are offered. */
export const areas = ['queue', 'cards', 'staff'] as const;

export type Area = (typeof areas)[number];

const forCoordinators: readonly Area[] = ['staff'];

/** The parts that somebody is offered. */
export function areasFor(role: string | null): readonly Area[] {
  return areas.filter((area) => role === 'coordinator' || !forCoordinators.includes(area));
}

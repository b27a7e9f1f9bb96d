import type { Lead } from '@opstap/protocol/conversation/lead';

/** How a lead went, as a coordinator counts it: the vocabulary's outcomes, and those that it has no word for. */
export const outcomes = [
  'accepted',
  'full',
  'does-not-fit',
  'no-answer',
  'refused',
  'withdrawn',
  'open',
] as const;

export type Outcome = (typeof outcomes)[number];

/** Leads with one region. */
export interface RegionCounts {
  readonly region: string;
  /** In the order of {@link outcomes}. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** What was accepted counts as that, wherever it ended. */
export function outcomeOf({ state, reason }: Lead): Outcome {
  switch (state) {
    case 'accepted':
    case 'handed-over':
    case 'stays-in-view':
      return 'accepted';
    case 'declined':
      return reason ?? 'does-not-fit';
    case 'proposed':
    case 'consented':
      return 'open';
    default:
      return state;
  }
}

/** How leads went by region, the one with most first. */
export function countsOf(leads: readonly Lead[], regionOf: (lead: Lead) => string): readonly RegionCounts[] {
  const regions = [...new Set(leads.map(regionOf))];
  return regions
    .map((region) => {
      const there = leads.filter((lead) => regionOf(lead) === region);
      const counts = outcomes.map((outcome) => there.filter((lead) => outcomeOf(lead) === outcome).length);
      return { region, counts, total: there.length };
    })
    .sort((one, other) => other.total - one.total || one.region.localeCompare(other.region, 'nl'));
}

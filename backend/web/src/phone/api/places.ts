import type { Geography } from '@opstap/protocol/geography/geography';
import type { PlaceIndex } from '@opstap/protocol/routing/places';
import placesUrl from '../../../../../protocol/geography/places.json?url';
import { fetchTable, loadGeography } from '../../shared/api/geography.js';

/** The tables that the phone searches and ranks with. */
export interface Places {
  readonly geography: Geography;
  readonly index: PlaceIndex;
}

export async function loadPlaces(): Promise<Places> {
  const [{ decodePlaces }, geography, places] = await Promise.all([
    import('@opstap/protocol/routing/places'),
    loadGeography(),
    fetchTable(placesUrl),
  ]);
  return { geography, index: decodePlaces(places, geography) };
}

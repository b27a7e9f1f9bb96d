import type { Geography } from '@opstap/protocol/geography/geography';
import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import type { JsonValue } from '@opstap/protocol/wire/canonical-json';
import municipalitiesUrl from '../../../../../protocol/geography/municipalities.json?url';

/** Fetches the table of municipalities. */
export async function loadGeography(): Promise<Geography> {
  const [{ decodeGeography }, table] = await Promise.all([
    import('@opstap/protocol/geography/geography'),
    fetchTable(municipalitiesUrl),
  ]);
  return decodeGeography(table);
}

/** Fetches a table whole, so that the server learns nothing of what is looked for in it. */
export async function fetchTable(url: string): Promise<JsonValue> {
  const response = await fetch(url, { credentials: 'omit' }).catch((cause: unknown) => {
    throw new OpstapError('network-failure', { cause });
  });
  if (!response.ok) throw new OpstapError('unavailable');
  return response.json();
}

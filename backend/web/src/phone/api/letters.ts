import { OpstapError } from '@opstap/protocol/problem/opstap-error';

/** Fetches a file of letters from this host. */
export async function fetchLetters(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { credentials: 'omit' }).catch((cause: unknown) => {
    throw new OpstapError('network-failure', { cause });
  });
  if (!response.ok) throw new OpstapError('unavailable');
  return new Uint8Array(await response.arrayBuffer());
}

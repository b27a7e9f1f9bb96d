import { insecureDescribeServer } from '@opstap/protocol/client/directory-client';
import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import { type Environment, environment } from '@opstap/protocol/session/environment';
import { HttpTransport } from '@opstap/protocol/session/http-transport';
import { networkFailure } from '@opstap/protocol/session/retry';
import type { Storage } from '@opstap/protocol/storage/storage';
import { fromBase64Url, toBase64Url } from '@opstap/protocol/wire/base64url';
import { readNote, writeNote } from './storage.js';

/** The operator's key that a production build carries; empty in a build that only knows samples. */
const pinned: string = import.meta.env['VITE_OPERATOR_KEY'] ?? '';

export interface Operator {
  readonly key: Uint8Array;
  /** Whether everything here is made up, and nobody reads it. */
  readonly sample: boolean;
}

/**
 * The operator's key. A build that carries none believes only a server that says that all of it is a sample, and remembers that key so
 * that a reload works while the server is away.
 */
export async function operatorOf(
  baseUrl: string,
  storage: Storage,
  parts: Partial<Environment>,
): Promise<Operator> {
  const key = fromBase64Url(pinned);
  if (key?.length === 32) return { key, sample: false };
  const known = await readNote(storage, 'sample-operator', (value) => fromBase64Url(String(value)));
  try {
    const described = await describe(baseUrl, parts, known !== null);
    if (!described.sample) throw new OpstapError('server-not-set-up');
    await writeNote(storage, 'sample-operator', toBase64Url(described.operatorKey)).catch(() => undefined);
    return { key: described.operatorKey, sample: true };
  } catch (error) {
    const away = error instanceof OpstapError && error.code !== 'server-not-set-up';
    if (known === null || known === undefined || !away) throw error;
    return { key: known, sample: true };
  }
}

/** With a key at hand it asks only for a moment, so that what is kept here shows soon even while the server is away. */
function describe(
  baseUrl: string,
  parts: Partial<Environment>,
  hasKey: boolean,
): ReturnType<typeof insecureDescribeServer> {
  const surroundings = environment({ ...parts, ...(hasKey && { sleep: () => Promise.resolve() }) });
  const asked = insecureDescribeServer(new HttpTransport(baseUrl, surroundings));
  if (!hasKey) return asked;
  const late = environment().sleep(3_000);
  return Promise.race([asked, late.then(() => Promise.reject(networkFailure(null)))]);
}

import { type Bytes, bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, objectOf, textOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { JsonValue } from '../wire/canonical-json.js';

/** Characters of an address that fit in a capsule (PUS-2). */
export const longestEndpoint = 512;

/** What capsules are sealed to now, and what a browser subscribes with (PUS-5, PUS-6). */
export interface PushKey {
  /** 0 to 255. */
  readonly id: number;
  /** Of X25519, 32 bytes. */
  readonly publicKey: Bytes;
  /** What push services know this server by: an uncompressed point of P-256, 65 bytes, for `applicationServerKey`. */
  readonly applicationServerKey: Bytes;
  /** The hosts that notices go to; a name after `*.` stands for any host of it (PUS-11). */
  readonly hosts: readonly string[];
}

/** Reads the answer of `GET /v1/push/key`; throws `malformed-push-key` or `malformed-response` for anything else. */
export function decodePushKey(body: JsonValue | undefined): PushKey {
  const { id, publicKey, applicationServerKey, hosts } = objectOf(body);
  const key = {
    id: countOf(id),
    publicKey: bytesOf(publicKey, 32),
    applicationServerKey: bytesOf(applicationServerKey, 65),
    hosts: arrayOf(hosts, textOf),
  };
  if (key.id > 255) throw new OpstapError('malformed-push-key');
  return key;
}

/** Whether notices go where an endpoint is; a device whose endpoint is elsewhere, or fits in no capsule, would wait in vain. */
export function isListed({ hosts }: PushKey, endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  if (endpoint.length > longestEndpoint) return false;
  return hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
}

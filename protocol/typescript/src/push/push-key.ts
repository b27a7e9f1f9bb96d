import { type Bytes, bytesOf } from '../json/base64url.js';
import { countOf, objectOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { JsonValue } from '../wire/canonical-json.js';

/** What capsules are sealed to now, and what a browser subscribes with (PUS-5, PUS-6). */
export interface PushKey {
  /** 0 to 255. */
  readonly id: number;
  /** Of X25519, 32 bytes. */
  readonly publicKey: Bytes;
  /** What push services know this server by: an uncompressed point of P-256, 65 bytes, for `applicationServerKey`. */
  readonly applicationServerKey: Bytes;
}

/** Reads the answer of `GET /v1/push/key`; throws `malformed-push-key` or `malformed-response` for anything else. */
export function decodePushKey(body: JsonValue | undefined): PushKey {
  const { id, publicKey, applicationServerKey } = objectOf(body);
  const key = {
    id: countOf(id),
    publicKey: bytesOf(publicKey, 32),
    applicationServerKey: bytesOf(applicationServerKey, 65),
  };
  if (key.id > 255) throw new OpstapError('malformed-push-key');
  return key;
}

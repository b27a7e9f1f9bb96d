import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../json/base64url.js';
import { booleanOf, countOf, objectOf, parseJson, textOf } from '../json/json-value.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject } from '../wire/canonical-json.js';

/** What a phone keeps of one conversation's vault. */
export interface VaultRecord {
  /** Of which root it is: a record of an earlier phrase is none. */
  readonly of: string;
  /** By which its keys are derived; no other conversation ever has it. */
  readonly number: number;
  /** The highest version that the server is known to have; 0 before there is one. */
  readonly version: number;
  /** Whether it is there. */
  readonly made: boolean;
}

export function encodeVaultRecord(record: VaultRecord): JsonObject {
  return { ...record };
}

export function decodeVaultRecord(bytes: Uint8Array): VaultRecord {
  const { of, number, version, made } = objectOf(parseJson(new TextDecoder().decode(bytes)));
  return { of: textOf(of), number: countOf(number), version: countOf(version), made: booleanOf(made) };
}

/** What a record calls a root. */
export function nameOfRoot(root: Bytes): string {
  return toBase64Url(sha256(root));
}

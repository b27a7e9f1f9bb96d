import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64Url } from '../wire/base64url.js';
import { canonicalJson } from '../wire/canonical-json.js';

/** What a yes names: SHA-256 of `{"agreement": text}` as canonical JSON (RFC 8785), in base64url (PLN-9). */
export function agreementDigest(text: string): string {
  return toBase64Url(sha256(canonicalJson({ agreement: text })));
}

import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64Url, toBase64Url } from '../wire/base64url.js';
import type { LogState } from './log-state.js';

/** Bytes of a capsule's digest that the server says (PUS-13). */
const digestLength = 16;

/** Forgets a capsule that wakes nobody any more, by the server's word; its member makes another one when it is next there (PUS-18). */
export async function forgetCapsule(state: LogState, digest: string): Promise<void> {
  const gone = state.items.flatMap((item) => {
    const { sender, payload } = item;
    if (sender === null || payload?.type !== 'wake' || payload.capsule === null) return [];
    return digestOf(payload.capsule) === digest ? [{ ...item, payload: { ...payload, capsule: null } }] : [];
  });
  if (gone.length > 0) await state.save({ items: gone });
}

function digestOf(capsule: string): string {
  return toBase64Url(sha256(fromBase64Url(capsule) ?? new Uint8Array()).slice(0, digestLength));
}

import { gcm } from '@noble/ciphers/aes.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { put, type Storage } from '../storage/storage.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

const keyName = 'worker/card-label-key';
const keyLength = 32;
const nonceLength = 12;
/** Bytes of every label before it is sealed, so that its length says nothing: one byte of length, and up to 255 of text. */
const paddedLength = 256;
/** Characters of a label. With at most three bytes each it always fits. */
export const longestLabel = 80;

/**
 * Seals what a worker calls a batch of cards: 12 random bytes ‖ AES-256-GCM of a byte of length, the text and zeros, 284 bytes in
 * all. The key is this device's own and never leaves it: the server reads no label, and neither do other devices (PRS-11).
 */
export class LabelSeal {
  readonly #key: Bytes;

  private constructor(key: Bytes) {
    this.#key = key;
  }

  /** The seal of this device; its key is made and kept the first time. */
  static async of(storage: Storage): Promise<LabelSeal> {
    const kept = await storage.get(keyName);
    if (kept?.length === keyLength) return new LabelSeal(Uint8Array.from(kept));
    const key = crypto.getRandomValues(new Uint8Array(keyLength));
    await storage.write([put(keyName, key)]);
    return new LabelSeal(key);
  }

  /** Throws `label-too-long`. */
  seal(label: string): Bytes {
    const text = utf8(label);
    if (text.length >= paddedLength) throw new OpstapError('label-too-long');
    const padded = new Uint8Array(paddedLength);
    padded[0] = text.length;
    padded.set(text, 1);
    const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
    return concatBytes(nonce, gcm(this.#key, nonce).encrypt(padded));
  }

  /** The label, or null where another device sealed it. */
  open(sealed: Bytes): string | null {
    try {
      const padded = gcm(this.#key, sealed.subarray(0, nonceLength)).decrypt(sealed.subarray(nonceLength));
      return new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(1, 1 + (padded[0] ?? 0)));
    } catch {
      return null;
    }
  }
}

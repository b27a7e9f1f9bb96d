import type { Bytes } from '../json/base64url.js';

const tagLength = 32;

/** What Argon2id works with. */
export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** Argon2id, version 1.3, with one lane (RFC 9106): 32 bytes. */
export type Argon2id = (password: Bytes, salt: Bytes, cost: Argon2Cost) => Promise<Uint8Array>;

const least: Argon2Cost = { memoryKib: 8, passes: 1 };

/**
 * The fast one, wherever it works. WebAssembly is missing where a browser is set to its safest, in Tor Browser for instance, and may
 * be forbidden: there it takes longer.
 */
export async function argon2idHere(): Promise<Argon2id> {
  try {
    const fast = await argon2idInWebAssembly();
    await fast(new Uint8Array(8), new Uint8Array(32), least);
    return fast;
  } catch {
    return argon2idInScript();
  }
}

/** Exported for tests: the one that is fast. */
export async function argon2idInWebAssembly(): Promise<Argon2id> {
  const { argon2id } = await import('hash-wasm');
  return (password, salt, { memoryKib, passes }) =>
    argon2id({
      password,
      salt,
      memorySize: memoryKib,
      iterations: passes,
      parallelism: 1,
      hashLength: tagLength,
      outputType: 'binary',
    });
}

/** Exported for tests: the one that works everywhere. */
export async function argon2idInScript(): Promise<Argon2id> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  return (password, salt, { memoryKib, passes }) =>
    argon2idAsync(password, salt, { m: memoryKib, t: passes, p: 1, dkLen: tagLength, version: 0x13 });
}

/** One change of a batch. */
export type StorageChange =
  | { readonly kind: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly kind: 'delete'; readonly key: string };

/**
 * Where a client keeps its state. A batch is written whole or not at all, and once `write` has resolved it survives the end of the
 * program: everything that must never be lost or sent twice rests on these two guarantees (E2E-7). Values are handed out as copies.
 */
export interface Storage {
  get(key: string): Promise<Uint8Array | undefined>;
  write(changes: readonly StorageChange[]): Promise<void>;
  /** The keys that begin with a prefix, in ascending order. */
  list(prefix: string): Promise<readonly string[]>;
}

export function put(key: string, value: Uint8Array): StorageChange {
  return { kind: 'put', key, value };
}

export function remove(key: string): StorageChange {
  return { kind: 'delete', key };
}

/** Says inside the container that there is a second code: outside, a slot that has one looks like one that hasn't. It stays as long as that code does (LCK-3). */
export const secondCodeName = 'page/second-code';

import { sha256 } from '@noble/hashes/sha2.js';
import { decodeToken, encodeToken, type Token } from '../privacypass/token.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';

const prefix = 'admission/token/';

/**
 * The tokens of a phone that nobody has used, sealed where the client's storage is (PRS-14). A token leaves in the same write that
 * says what it is for, so that none is lost and none is used twice (PRS-4).
 */
export class Purse {
  readonly #storage: Storage;
  /** What is being done with it; what comes next waits for that. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async size(): Promise<number> {
    return (await this.#storage.list(prefix)).length;
  }

  /** Puts tokens in, with further changes in the same write. */
  add(tokens: readonly Token[], changes: readonly StorageChange[] = []): Promise<void> {
    return this.#storage.write([...tokens.map((token) => put(keyOf(token), encodeToken(token))), ...changes]);
  }

  /**
   * Takes out tokens that fit, with the changes that keep them somewhere else from then on. Gives as many as are asked for, or none
   * where there are fewer. Tokens that don't fit are thrown away: nobody takes them any more.
   */
  take(
    count: number,
    fits: (token: Token) => boolean,
    keep: (tokens: readonly Token[]) => readonly StorageChange[],
  ): Promise<readonly Token[]> {
    const taken = this.#busy.then(async () => {
      const stored = await this.#tokens();
      const fitting = [...stored.values()].flatMap((token) =>
        token !== undefined && fits(token) ? [token] : [],
      );
      const tokens = fitting.length < count ? [] : fitting.slice(0, count);
      const goes = (each: Token | undefined) => each === undefined || !fits(each) || tokens.includes(each);
      const out = [...stored].filter(([, each]) => goes(each)).map(([key]) => remove(key));
      const changes = [...out, ...(tokens.length === 0 ? [] : keep(tokens))];
      if (changes.length > 0) await this.#storage.write(changes);
      return tokens;
    });
    this.#busy = taken.catch(() => undefined);
    return taken;
  }

  /** By their keys; undefined for what can't be read. */
  async #tokens(): Promise<ReadonlyMap<string, Token | undefined>> {
    const tokens = new Map<string, Token | undefined>();
    for (const key of await this.#storage.list(prefix))
      tokens.set(key, readable(await this.#storage.get(key)));
    return tokens;
  }
}

function readable(stored: Uint8Array | undefined): Token | undefined {
  try {
    return stored && decodeToken(stored);
  } catch {
    return undefined;
  }
}

/** Says neither which token it is, nor when it came, nor in which order. */
function keyOf({ nonce }: Token): string {
  return `${prefix}${toBase64Url(sha256(nonce))}`;
}

import { type ProgrammeId, parseId } from '../id/branded-id.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { cardSecretLength } from './card-secret.js';

const key = 'admission/card';

/** A card that was shown to this phone and has not paid for anything yet. */
export interface HeldCard {
  readonly secret: Bytes;
  /** Whose card it is, as the server said. */
  readonly programme: ProgrammeId;
  /** What it was asked to pay for, with its secrets, kept before it was sent (PRS-8); null before that. */
  readonly batch: JsonValue | null;
}

/**
 * The one card that a phone has at a time. It is kept with what it is asked to pay for, so that a lost answer costs no second use,
 * also after a restart, and is forgotten in the write that keeps what it paid for.
 */
export class CardHolder {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The card, or undefined where there is none that can be read. */
  async card(): Promise<HeldCard | undefined> {
    const stored = await this.#storage.get(key);
    try {
      return stored && decodeCard(parseJson(new TextDecoder().decode(stored)));
    } catch {
      return undefined;
    }
  }

  /** Keeps a card in place of whichever was there. */
  keep({ secret, programme, batch }: HeldCard): Promise<void> {
    const card = { secret: toBase64Url(secret), programme, batch };
    return this.#storage.write([put(key, utf8(JSON.stringify(card)))]);
  }

  /** The changes by which it is gone. */
  get removal(): readonly StorageChange[] {
    return [remove(key)];
  }

  forget(): Promise<void> {
    return this.#storage.write(this.removal);
  }
}

function decodeCard(value: JsonValue): HeldCard {
  const { secret, programme, batch } = objectOf(value);
  return {
    secret: bytesOf(secret, cardSecretLength),
    programme: parseId('prg', textOf(programme)),
    batch: nullable(batch, (each) => each),
  };
}

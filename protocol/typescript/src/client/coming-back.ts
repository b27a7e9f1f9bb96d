import { ConversationRequests } from '../conversation/conversation-requests.js';
import { encodeItem, ownItem } from '../conversation/log-item.js';
import { emptyRecord, encodeRecord, type LogRecord } from '../conversation/log-record.js';
import { jsonBytes } from '../conversation/log-state.js';
import { type ConversationId, type ProgrammeId, type PseudonymId, parseId } from '../id/branded-id.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { countOf, objectOf, parseJson, textOf } from '../json/json-value.js';
import { hasCode } from '../problem/opstap-error.js';
import { withRetry } from '../session/retry.js';
import { generateSeatKey, type SeatKey, seatKeyFrom } from '../session/seat-key.js';
import { SeatSession } from '../session/seat-session.js';
import { put, type StorageChange } from '../storage/storage.js';
import { decodeConversation, valuesOf } from '../vault/sealed-conversation.js';
import { longestState, openState } from '../vault/sealing.js';
import { vaultKeys } from '../vault/vault-keys.js';
import { encodeVaultRecord, nameOfRoot } from '../vault/vault-record.js';
import { toBase64Url } from '../wire/base64url.js';
import { parseCanonicalJson } from '../wire/canonical-json.js';
import type { ClientParts } from './client-parts.js';

const key = 'seeker/return';
/** Numbers in a row without a vault after which there are no more: some were taken, and their vault never made. */
const mostMissing = 5;

/** How far a return is: kept, so that an interrupted one goes on with the same key (RPH-12). */
interface Progress {
  readonly root: Bytes;
  readonly number: number;
  readonly missing: number;
  /** The highest number that any state knew of, or that was found; -1 before there is one. */
  readonly highest: number;
  readonly found: number;
  readonly seatKey: SeatKey;
}

/** What came back of one conversation: where it is on this phone, and everything to be stored of it. */
export interface CameBack {
  readonly key: SeatKey;
  readonly pseudonym: PseudonymId;
  readonly programme: ProgrammeId;
  /** By the ends of their keys. */
  readonly values: readonly (readonly [string, Uint8Array])[];
}

/** Where what comes back goes. */
export interface Arrival {
  /** The changes that store it, in the place of what this phone had of the same conversation. */
  changesFor(cameBack: CameBack): Promise<{
    readonly prefix: string;
    readonly changes: readonly StorageChange[];
    loaded(): Promise<void>;
  }>;
  /** Waits where two conversations must not be seen right after each other. */
  apart(): Promise<void>;
}

/** Brings the conversations of a phrase to this phone (RPH-12, RPH-13). */
export class ComingBack {
  readonly #parts: ClientParts;
  readonly #arrival: Arrival;
  #progress: Progress;
  /** Where what came back in this run is stored. */
  readonly brought = new Set<string>();

  private constructor(parts: ClientParts, arrival: Arrival, progress: Progress) {
    this.#parts = parts;
    this.#arrival = arrival;
    this.#progress = progress;
  }

  /** Begins one with the root of a phrase. */
  static begin(parts: ClientParts, arrival: Arrival, root: Bytes): ComingBack {
    const seatKey = generateSeatKey();
    return new ComingBack(parts, arrival, { root, number: 0, missing: 0, highest: -1, found: 0, seatKey });
  }

  /** The one that was interrupted, or undefined. */
  static async interrupted(parts: ClientParts, arrival: Arrival): Promise<ComingBack | undefined> {
    const stored = await parts.storage.get(key);
    return stored === undefined ? undefined : new ComingBack(parts, arrival, progressFrom(stored));
  }

  /** Asks for one vault after the other. Gives how many conversations came back, the root, and the next number of a vault. */
  async run(): Promise<{ readonly found: number; readonly root: Bytes; readonly next: number }> {
    while (this.#progress.missing < mostMissing || this.#progress.number <= this.#progress.highest) {
      if (this.#progress.number > 0) await this.#arrival.apart();
      await this.#step();
    }
    const { found, root, highest } = this.#progress;
    return { found, root, next: highest + 1 };
  }

  /** Keeps it, to be gone on with after whatever happens. */
  keep(): Promise<void> {
    return this.#keep(this.#progress);
  }

  async #step(): Promise<void> {
    const { number, missing, highest, found } = this.#progress;
    const answer = await this.#ask();
    const seatKey = generateSeatKey();
    if (answer === undefined) {
      await this.#keep({ ...this.#progress, number: number + 1, missing: missing + 1, seatKey });
      return;
    }
    const { prefix, changes, loaded } = await this.#arrival.changesFor(answer);
    const known = Math.max(highest, number, answer.highest);
    const next = {
      ...this.#progress,
      number: number + 1,
      missing: 0,
      highest: known,
      found: found + 1,
      seatKey,
    };
    await this.#keep(next, changes);
    this.brought.add(prefix);
    await loaded();
  }

  async #keep(progress: Progress, others: readonly StorageChange[] = []): Promise<void> {
    await this.#parts.storage.write([put(key, jsonBytes(encoded(progress))), ...others]);
    this.#progress = progress;
  }

  /** Undefined where there is no vault of the number. */
  async #ask(): Promise<(CameBack & { readonly highest: number }) | undefined> {
    const { transport } = this.#parts;
    const { root, number } = this.#progress;
    const { locator, accessKey, sealingKey } = vaultKeys(root, number);
    for (;;) {
      const { seatKey } = this.#progress;
      const body = {
        locator: toBase64Url(locator),
        accessKey: toBase64Url(accessKey),
        publicKey: toBase64Url(seatKey.publicKey),
      };
      try {
        const answer = await withRetry(transport.environment, () =>
          transport.send({ method: 'POST', target: '/v1/vault-returns', body }),
        );
        const { pseudonym, conversation, version, state } = objectOf(answer.body);
        return await this.#opened(
          parseId('psn', textOf(pseudonym)),
          parseId('cnv', textOf(conversation)),
          countOf(version),
          sealingKey,
          bytesOf(state),
        );
      } catch (error) {
        if (hasCode(error, 'vault-not-found')) return undefined;
        if (!hasCode(error, 'seat-key-taken')) throw error;
        await this.#keep({ ...this.#progress, seatKey: generateSeatKey() });
      }
    }
  }

  async #opened(
    pseudonym: PseudonymId,
    conversation: ConversationId,
    version: number,
    sealingKey: Bytes,
    sealed: Bytes,
  ): Promise<CameBack & { readonly highest: number }> {
    const { root, seatKey, number } = this.#progress;
    const vault = jsonBytes(encodeVaultRecord({ of: nameOfRoot(root), number, version, made: true }));
    const state = readable(openState(sealingKey, conversation, version, sealed), pseudonym);
    if (state !== undefined) {
      const values = [...state.values, this.#wokenNowhere(state.values), ['vault', vault] as const];
      return { key: seatKey, pseudonym, ...state, values };
    }
    const { record, programme } = await this.#bare(pseudonym, conversation);
    const values = [
      ['log/record', jsonBytes(encodeRecord(record))],
      this.#wokenNowhere([]),
      ['vault', vault],
    ] as const;
    return { key: seatKey, pseudonym, programme, highest: number, values };
  }

  /**
   * What is told first: nobody knows here what the phone before told, since the state may be an old one, without its oldest payloads, or
   * none that can be read. So that nothing lights up that phone any more, wherever it is (PUS-23).
   */
  #wokenNowhere(values: CameBack['values']): readonly [string, Uint8Array] {
    const orders = values.map(([end]) => Number(/item\/(\d+)$/.exec(end)?.[1] ?? 0));
    const order = Math.max(0, ...orders) + 1;
    const item = ownItem(order, this.#parts.clock.now(), { type: 'wake', capsule: null });
    return [`log/item/${String(order).padStart(10, '0')}`, jsonBytes(encodeItem(item))];
  }

  /** Where the state can't be read, her seat is hers all the same: the next generation begins, and what is missed is asked for. */
  async #bare(pseudonym: PseudonymId, conversation: ConversationId) {
    const { transport, clock } = this.#parts;
    const session = new SeatSession(transport, pseudonym, this.#progress.seatKey, clock);
    const view = await new ConversationRequests(session, conversation).view();
    const record: LogRecord = { ...emptyRecord, view, standing: 'unreadable', restored: true };
    return { record, programme: view.programme };
  }
}

/** What is stored of an opened state; undefined where it is none of this pseudonym, or of no form that is known here. */
function readable(
  opened: Bytes | undefined,
  holder: PseudonymId,
): (Pick<CameBack, 'programme' | 'values'> & { readonly highest: number }) | undefined {
  if (opened === undefined) return undefined;
  try {
    const conversation = decodeConversation(parseCanonicalJson(opened, longestState));
    const { pseudonym, programme, highest } = conversation;
    if (pseudonym !== holder) return undefined;
    const values = valuesOf(conversation).map(([end, value]) => [`log/${end}`, value] as const);
    return { programme, highest, values };
  } catch {
    return undefined;
  }
}

function encoded({ root, number, missing, highest, found, seatKey }: Progress) {
  const secretKey = toBase64Url(seatKey.secretKey);
  return { root: toBase64Url(root), number, missing, known: highest + 1, found, secretKey };
}

function progressFrom(stored: Uint8Array): Progress {
  const { root, number, missing, known, found, secretKey } = objectOf(
    parseJson(new TextDecoder().decode(stored)),
  );
  return {
    root: bytesOf(root, 32),
    number: countOf(number),
    missing: countOf(missing),
    highest: countOf(known) - 1,
    found: countOf(found),
    seatKey: seatKeyFrom(bytesOf(secretKey, 32)),
  };
}

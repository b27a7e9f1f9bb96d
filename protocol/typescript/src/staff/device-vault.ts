import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { jsonBytes } from '../conversation/log-state.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { countOf, nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { counted, openPadded, sealPadded } from '../vault/sealing.js';
import { toBase64Url } from '../wire/base64url.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

const prefix = 'worker/vault/';
const context = 'opstap worker vault v1\u0000';
const keyLength = 32;

/** What this device knows of a part that the server has. */
interface PartRecord {
  readonly version: number;
  /** Of the content of that version; none where it came from elsewhere. */
  readonly digest: string;
  /** The next version, sealed, while nobody knows whether it arrived. */
  readonly sent: { readonly state: string | null; readonly digest: string } | null;
}

const nothing: PartRecord = { version: 0, digest: '', sent: null };

/** The root of a vault's keys from what a passkey's PRF gives (STF-15). */
export function rootOf(secret: Bytes): Bytes {
  return derived(secret, 'root');
}

/** How the server names a part; it tells nothing without the root. */
export function partOf(root: Bytes, name: string): Bytes {
  return derived(root, `part\u0000${name}`);
}

/** Opens a part as a version of it; undefined where it isn't one of this root. */
export function openPart(root: Bytes, part: Bytes, version: number, state: Bytes): Bytes | undefined {
  return openPadded(derived(root, 'sealing key'), bound(part, version), state);
}

/** The change of storage that makes a part that came back known. */
export function knownPart(name: string, version: number): StorageChange {
  return change(name, { version, digest: '', sent: null });
}

/**
 * The vault of a worker's device (STF-9 to STF-16): named parts, each brought to the server as it is, where it isn't there already. What is
 * sent is stored before, and the same bytes go again until an answer is known: so a version that is refused was written by another browser.
 */
export class DeviceVault {
  readonly root: Bytes;
  readonly #storage: Storage;
  readonly #session: () => SeatSession;
  #writing: Promise<void> = Promise.resolve();

  constructor(storage: Storage, root: Bytes, session: () => SeatSession) {
    this.#storage = storage;
    this.root = root;
    this.#session = session;
  }

  /** Brings a part there; null ends it. Throws `vault-version` where another browser wrote it, and `network-failure`. */
  put(name: string, content: Bytes | null): Promise<void> {
    const written = this.#writing.then(() => this.#put(name, content));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Ends a part for good, and what this device knows of it: no other will ever have its name. */
  forget(name: string): Promise<void> {
    const forgotten = this.#writing.then(async () => {
      await this.#put(name, null);
      await this.#storage.write([remove(prefix + name)]);
    });
    this.#writing = forgotten.catch(() => undefined);
    return forgotten;
  }

  /** The names of parts that begin with something, ended ones included. */
  async names(beginning: string): Promise<readonly string[]> {
    const keys = await this.#storage.list(`${prefix}${beginning}`);
    return keys.map((key) => key.slice(prefix.length));
  }

  async #put(name: string, content: Bytes | null): Promise<void> {
    let record = await this.#record(name);
    if (record.sent !== null) record = await this.#send(name, record, record.sent);
    const digest = content === null ? '' : toBase64Url(sha256(content));
    if (digest === record.digest && (content !== null || record.version === 0)) return;
    const state = content === null ? null : toBase64Url(this.#sealed(name, record.version + 1, content));
    const sent = { state, digest: content === null ? 'ended' : digest };
    if (sent.digest === record.digest) return;
    await this.#keep(name, { ...record, sent });
    await this.#send(name, record, sent);
  }

  async #send(
    name: string,
    { version }: PartRecord,
    sent: NonNullable<PartRecord['sent']>,
  ): Promise<PartRecord> {
    const session = this.#session();
    const next = version + 1;
    await session.request({
      method: 'PUT',
      target: `/v1/devices/${session.holder}/vault`,
      body: { part: toBase64Url(partOf(this.root, name)), version: next, state: sent.state },
    });
    const record = { version: next, digest: sent.digest, sent: null };
    await this.#keep(name, record);
    return record;
  }

  #sealed(name: string, version: number, content: Bytes): Bytes {
    const part = partOf(this.root, name);
    return sealPadded(derived(this.root, 'sealing key'), bound(part, version), content);
  }

  async #record(name: string): Promise<PartRecord> {
    const stored = await this.#storage.get(prefix + name);
    return stored === undefined ? nothing : recordFrom(stored);
  }

  #keep(name: string, record: PartRecord): Promise<void> {
    return this.#storage.write([change(name, record)]);
  }
}

function change(name: string, { version, digest, sent }: PartRecord): StorageChange {
  return put(prefix + name, jsonBytes({ version, digest, sent: sent === null ? null : { ...sent } }));
}

function recordFrom(stored: Uint8Array): PartRecord {
  const { version, digest, sent } = objectOf(parseJson(new TextDecoder().decode(stored)));
  return {
    version: countOf(version),
    digest: textOf(digest),
    sent: nullable(sent, (value) => {
      const { state, digest: of } = objectOf(value);
      return { state: nullable(state, (bytes) => toBase64Url(bytesOf(bytes))), digest: textOf(of) };
    }),
  };
}

function bound(part: Bytes, version: number): Bytes {
  return concatBytes(utf8(`${context}state\u0000`), part, counted(version));
}

function derived(secret: Bytes, label: string): Bytes {
  return Uint8Array.from(hkdf(sha256, secret, undefined, utf8(context + label), keyLength));
}

import type { Bytes } from '../json/base64url.js';
import { sameBytes } from '../wire/bytes.js';
import {
  bucketsFor,
  type ContainerKey,
  containerKey,
  drawnBytes,
  keyLength,
  packed,
  sealed,
  sealedAtOnce,
  type Values,
} from './container.js';
import type { Aside, ContainerPlace } from './container-database.js';
import {
  drawnSlot,
  encodeHead,
  type Head,
  type SlotPlace,
  saltLength,
  sealedSlot,
  slotKey,
} from './key-slots.js';
import type { Storage, StorageChange } from './storage.js';

/** What is in the container, and all that it takes to write it again. */
export interface Contents {
  readonly values: Values;
  /** Of the container; it never gets shorter (LCK-1). */
  readonly buckets: number;
  readonly key: ContainerKey;
  readonly deviceKey: Bytes;
  readonly head: Head;
  /** The slot that this was opened with. */
  readonly at: SlotPlace;
  readonly aside: Aside | null;
}

/** Contents of nothing, that open without a code. */
export function freshContents(values: Values = new Map(), aside: Aside | null = null): Contents {
  const deviceKey = drawnBytes(keyLength);
  const key = drawnBytes(keyLength);
  const at = drawnBytes(1)[0] ? 1 : 0;
  const own = sealedSlot(slotKey(deviceKey, null), 'opens', key);
  const slots: Head['slots'] = at === 0 ? [own, drawnSlot()] : [drawnSlot(), own];
  const head = { coded: false, salt: drawnBytes(saltLength), slots };
  return { values, buckets: bucketsFor(values), key: containerKey(key), deviceKey, head, at, aside };
}

/** What the page has a say in. */
export interface ContainerOptions {
  /** Whether there is no time to wait for the platform's cipher: the page may be about to end. */
  readonly hurries: () => boolean;
  /** The place took nothing from the beginning: from here on all is in memory. */
  readonly lost: () => void;
}

/** A change of what stands around the values. */
export type Remaking = (contents: Contents) => Contents;

interface Write {
  readonly changes: readonly StorageChange[];
  readonly remake: Remaking | null;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Save {
  readonly writes: readonly Write[];
  readonly next: Contents;
  /** Whether it is on its way, and can't be taken along by the next. */
  begun: boolean;
  overtaken: boolean;
}

/**
 * Storage whose values are all in one container. Writes that come while it is being saved are saved together, once that is over; each
 * resolves when what it wrote is kept (E2E-7), and a reader sees what was written before. Where the page may be about to end, a write
 * begins before it waits for anything.
 */
export class ContainerStorage implements Storage {
  readonly #options: ContainerOptions;
  readonly #home: ContainerPlace | null;
  #place: ContainerPlace | null;
  /** Whether there is anything in the place. */
  #made: boolean;
  #kept: Contents;
  #waiting: Write[] = [];
  #under: Save | null = null;
  #leaving = false;
  #saving: Promise<void> = Promise.resolve();
  #last: Promise<unknown> = Promise.resolve();

  /** Without a place all is in memory. `made` is whether the contents were read from the place. */
  constructor(place: ContainerPlace | null, contents: Contents, made: boolean, options: ContainerOptions) {
    this.#home = place;
    this.#place = place;
    this.#kept = contents;
    this.#made = made;
    this.#options = options;
  }

  /** As they were last kept. */
  get contents(): Contents {
    return this.#kept;
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    await this.#last;
    return this.#kept.values.get(name)?.slice();
  }

  async list(prefix: string): Promise<readonly string[]> {
    await this.#last;
    return [...this.#kept.values.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  /** What is kept as it is already costs no container. */
  write(changes: readonly StorageChange[]): Promise<void> {
    if (this.#isKept(changes)) return Promise.resolve();
    // What is written is what it was at this moment.
    const copies = changes.map((each) =>
      each.kind === 'put' ? { ...each, value: each.value.slice() } : each,
    );
    return this.#enter(copies, null);
  }

  /** Writes all anew, with what stands around the values changed, and values with it. */
  remake(remake: Remaking, changes: readonly StorageChange[] = []): Promise<void> {
    return this.#enter(changes, remake);
  }

  /** Takes everything from the place; what is here stays until the page ends, and so does what is written from now on (LCK-12). */
  async leaveNothing(): Promise<void> {
    if (this.#place === null) return;
    this.#leaving = true;
    try {
      while (this.#under !== null) await this.#saving;
      await this.#place.remove();
      this.#place = null;
      this.#made = false;
    } finally {
      this.#leaving = false;
      this.#begin();
    }
  }

  /** Keeps what is here, and what is written from now on. */
  keep(): Promise<void> {
    this.#place = this.#home;
    return this.#enter([], null);
  }

  #isKept(changes: readonly StorageChange[]): boolean {
    const rests = this.#under === null && this.#waiting.length === 0 && (this.#made || this.#place === null);
    return rests && changes.every((each) => isIn(this.#kept.values, each));
  }

  #enter(changes: readonly StorageChange[], remake: Remaking | null): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ changes, remake, resolve, reject });
    });
    this.#last = done.catch(() => undefined);
    this.#begin();
    return done;
  }

  /** Begins to save what waits, unless that has to wait for what is being saved. */
  #begin(): void {
    const hurries = this.#options.hurries();
    const under = this.#under;
    if (this.#waiting.length === 0 || this.#leaving || (under !== null && !hurries)) return;
    // One that is still being sealed would come later, and with less in it: it is taken along.
    const along = under !== null && !under.begun ? under : null;
    if (along !== null) along.overtaken = true;
    const writes = [...(along?.writes ?? []), ...this.#waiting];
    this.#waiting = [];
    let next = under !== null && along === null ? under.next : this.#kept;
    for (const { changes, remake } of writes) {
      next = withChanges(next, changes);
      if (remake !== null) next = remake(next);
    }
    const save: Save = { writes, next, begun: false, overtaken: false };
    this.#under = save;
    this.#saving = this.#save(save, hurries);
  }

  async #save(save: Save, hurries: boolean): Promise<void> {
    try {
      if (this.#place !== null) await this.#put(this.#place, save, hurries);
      if (save.overtaken) return;
      this.#kept = save.next;
      for (const { resolve } of save.writes) resolve();
    } catch (error) {
      if (save.overtaken) return;
      if (this.#made) for (const { reject } of save.writes) reject(error);
      else this.#lose(save);
    } finally {
      if (this.#under === save) {
        this.#under = null;
        this.#begin();
      }
    }
  }

  async #put(place: ContainerPlace, save: Save, hurries: boolean): Promise<void> {
    const { values, buckets, key, deviceKey, head, aside } = save.next;
    const plain = packed(values, buckets);
    const container = hurries ? sealedAtOnce(key, plain) : await sealed(key, plain);
    if (save.overtaken) return;
    save.begun = true;
    const around = { key: deviceKey, head: encodeHead(head), aside };
    const alone = this.#made && save.writes.every(({ remake }) => remake === null);
    await place.write(alone ? { container } : { ...around, container });
    this.#made = true;
  }

  /** Nothing was kept before either: it goes on without. */
  #lose(save: Save): void {
    this.#place = null;
    this.#kept = save.next;
    for (const { resolve } of save.writes) resolve();
    this.#options.lost();
  }
}

function isIn(values: Values, change: StorageChange): boolean {
  const value = values.get(change.key);
  if (change.kind === 'delete') return value === undefined;
  return value !== undefined && sameBytes(value, change.value);
}

function withChanges(contents: Contents, changes: readonly StorageChange[]): Contents {
  if (changes.length === 0) return contents;
  const values = new Map(contents.values);
  for (const change of changes) {
    if (change.kind === 'put') values.set(change.key, change.value);
    else values.delete(change.key);
  }
  return { ...contents, values, buckets: Math.max(contents.buckets, bucketsFor(values)) };
}

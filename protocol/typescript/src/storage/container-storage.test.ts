import { describe, expect, test } from 'vitest';
import { sameBytes } from '../wire/bytes.js';
import { bucketLength } from './container.js';
import type { ContainerPlace, Records, RecordsThere } from './container-database.js';
import { openRecords } from './container-opening.js';
import { type ContainerOptions, ContainerStorage, freshContents } from './container-storage.js';
import { put, remove } from './storage.js';

/** Records in memory, whose next writes can be held up or fail. */
class Shelf implements ContainerPlace {
  records: Partial<Records> = {};
  writes: (keyof Records)[][] = [];
  hold: Promise<void> = Promise.resolve();
  full = false;
  removed = 0;

  async write(records: Partial<Records>): Promise<void> {
    this.writes.push(Object.keys(records) as (keyof Records)[]);
    await this.hold;
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.records = { ...this.records, ...records };
  }

  async remove(): Promise<void> {
    this.records = {};
    this.removed += 1;
  }

  get there(): RecordsThere {
    const { key, head, container, aside = null } = this.records;
    return { key, head, container, aside };
  }

  /** What somebody finds who opens it anew. */
  async found(): Promise<Record<string, string>> {
    const opening = await openRecords(this.there);
    if (opening.kind !== 'open') throw new Error(opening.kind);
    const entries = [...opening.contents.values].map(([name, value]) => [name, text(value)]);
    return Object.fromEntries(entries);
  }
}

const bytes = (words: string) => new TextEncoder().encode(words);
const text = (value: Uint8Array | undefined) => new TextDecoder().decode(value);

function storageOn(shelf: Shelf, more: Partial<ContainerOptions> = {}): ContainerStorage {
  return new ContainerStorage(shelf, freshContents(), false, {
    hurries: () => false,
    lost: () => {},
    ...more,
  });
}

describe('storage in one container', () => {
  test('gives back what was written, and lists names in order; values are copies', async () => {
    const storage = storageOn(new Shelf());
    const value = Uint8Array.of(1);
    const writing = storage.write([
      put('b/2', Uint8Array.of(2)),
      put('b/10', Uint8Array.of(10)),
      put('a', value),
    ]);
    value[0] = 7;
    // A reader sees what was written before, also where it isn't kept yet.
    expect(await storage.get('a')).toEqual(Uint8Array.of(1));
    await writing;
    expect(await storage.list('b/')).toEqual(['b/10', 'b/2']);
    (await storage.get('a'))?.fill(8);
    expect(await storage.get('a')).toEqual(Uint8Array.of(1));
    await storage.write([remove('b/2')]);
    expect(await storage.get('b/2')).toBeUndefined();
  });

  test('has one length whatever is in it, until that is full; then another bucket, and never less', async () => {
    const shelf = new Shelf();
    const storage = storageOn(shelf);
    await storage.write([put('a', bytes('short'))]);
    expect(shelf.records.container?.length).toBe(bucketLength);
    await storage.write([put('b', new Uint8Array(bucketLength - 1_000))]);
    expect(shelf.records.container?.length).toBe(bucketLength);
    await storage.write([put('c', new Uint8Array(1_000))]);
    expect(shelf.records.container?.length).toBe(2 * bucketLength);
    await storage.write([remove('b'), remove('c')]);
    expect(shelf.records.container?.length).toBe(2 * bucketLength);
    expect(await shelf.found()).toEqual({ a: 'short' });
  });

  test('a write is through when the place has it, and those that come meanwhile go together', async () => {
    const shelf = new Shelf();
    const storage = storageOn(shelf);
    let release = () => {};
    shelf.hold = new Promise((resolve) => {
      release = resolve;
    });
    let through = false;
    const first = storage.write([put('a', bytes('1'))]).then(() => {
      through = true;
    });
    await expect.poll(() => shelf.writes.length).toBe(1);
    const others = ['b', 'c', 'd'].map((name) => storage.write([put(name, bytes(name))]));
    expect(through).toBe(false);
    release();
    await first;
    await Promise.all(others);
    expect(shelf.writes.length).toBe(2);
    expect(await shelf.found()).toEqual({ a: '1', b: 'b', c: 'c', d: 'd' });
  });

  test('what is kept as it is already is not written again, unless something else is under way', async () => {
    const shelf = new Shelf();
    const storage = storageOn(shelf);
    await storage.write([put('a', bytes('1'))]);
    await storage.write([put('a', bytes('1')), remove('b')]);
    expect(shelf.writes.length).toBe(1);
    await Promise.all([storage.write([put('a', bytes('2'))]), storage.write([put('a', bytes('1'))])]);
    expect(await shelf.found()).toEqual({ a: '1' });
  });

  test('where the page may end, a write begins before it waits, and takes along what was being sealed', async () => {
    const shelf = new Shelf();
    let hurries = false;
    const storage = storageOn(shelf, { hurries: () => hurries });
    await storage.write([put('a', bytes('1'))]);
    shelf.writes = [];
    const sealing = storage.write([put('b', bytes('2'))]);
    const waiting = storage.write([put('c', bytes('3'))]);
    hurries = true;
    const last = storage.write([put('d', bytes('4'))]);
    expect(shelf.writes).toEqual([['container']]);
    await Promise.all([sealing, waiting, last]);
    // What was being sealed is sealed by now, and would be written behind it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shelf.writes).toEqual([['container']]);
    expect(await shelf.found()).toEqual({ a: '1', b: '2', c: '3', d: '4' });
  });

  test('of a write that fails nothing is left, and the next one goes on from before it', async () => {
    const shelf = new Shelf();
    const storage = storageOn(shelf);
    await storage.write([put('a', bytes('1'))]);
    shelf.full = true;
    await expect(storage.write([put('a', bytes('2')), put('b', bytes('2'))])).rejects.toThrow('full');
    expect(text(await storage.get('a'))).toBe('1');
    shelf.full = false;
    await storage.write([put('c', bytes('3'))]);
    expect(await shelf.found()).toEqual({ a: '1', c: '3' });
  });

  test('where nothing can be kept from the beginning, it says so once and goes on', async () => {
    const shelf = new Shelf();
    shelf.full = true;
    let lost = 0;
    const storage = storageOn(shelf, {
      lost: () => {
        lost += 1;
      },
    });
    await storage.write([put('a', bytes('1'))]);
    await storage.write([put('b', bytes('2'))]);
    expect(lost).toBe(1);
    expect(await storage.list('')).toEqual(['a', 'b']);
  });

  test('leaves nothing where it was told to, what came meanwhile included, and keeps all again', async () => {
    const shelf = new Shelf();
    const storage = storageOn(shelf);
    await storage.write([put('a', bytes('1'))]);
    const during = storage.write([put('b', bytes('2'))]);
    const leaving = storage.leaveNothing();
    const after = storage.write([put('c', bytes('3'))]);
    await Promise.all([during, leaving, after]);
    expect(shelf.records).toEqual({});
    expect(shelf.removed).toBe(1);
    expect(await storage.list('')).toEqual(['a', 'b', 'c']);
    await storage.keep();
    expect(await shelf.found()).toEqual({ a: '1', b: '2', c: '3' });
  });
});

describe('what does not open', () => {
  async function kept(): Promise<Shelf> {
    const shelf = new Shelf();
    await storageOn(shelf).write([put('a', bytes('1'))]);
    return shelf;
  }

  test.each([
    ['is changed', (each: Uint8Array<ArrayBuffer>) => each.with(-1, (each.at(-1) ?? 0) ^ 1)],
    ['is cut off', (each: Uint8Array<ArrayBuffer>) => each.slice(0, -1)],
    ['is empty', () => new Uint8Array()],
  ])('stands aside as it was, where the container %s', async (_what, spoil) => {
    const shelf = await kept();
    const container = spoil(shelf.records.container ?? new Uint8Array());
    const opening = await openRecords({ ...shelf.there, container });
    if (opening.kind !== 'damaged') throw new Error(opening.kind);
    expect(opening.contents.values.size).toBe(0);
    const { aside } = opening.contents;
    expect(aside).toMatchObject({ key: shelf.records.key, head: shelf.records.head });
    expect(sameBytes(aside?.['container'] ?? Uint8Array.of(1), container)).toBe(true);
  });

  test('stands aside where the head or the key is gone; where nothing is there, there is nothing', async () => {
    const { there } = await kept();
    expect((await openRecords({ ...there, head: undefined })).kind).toBe('damaged');
    expect((await openRecords({ ...there, key: undefined })).kind).toBe('damaged');
    expect(
      (await openRecords({ key: undefined, head: undefined, container: undefined, aside: null })).kind,
    ).toBe('nothing');
  });
});

import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Bytes } from '../json/base64url.js';
import { codeBytes, stretchCode, unlock, withCode, withoutCode, withSecondCode } from './codes.js';
import { bucketLength } from './container.js';
import type { ContainerPlace, Records } from './container-database.js';
import { type Locked, openRecords } from './container-opening.js';
import { ContainerStorage, type Contents, freshContents } from './container-storage.js';
import { decodeHead } from './key-slots.js';
import { MemoryStorage } from './memory-storage.js';
import { openOlder } from './older-storage.js';
import { SealedStorage } from './sealed-storage.js';
import { put } from './storage.js';

const hers = new TextEncoder().encode('what she wrote to them');

class Shelf implements ContainerPlace {
  records: Partial<Records> = {};
  steps: string[] = [];
  full = false;
  /** Whether taking all away makes room. */
  frees = false;

  async write(records: Partial<Records>): Promise<void> {
    this.steps.push(`write ${Object.keys(records).join(' ')} ${sizes(records)}`);
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.records = { ...this.records, ...records };
  }

  async remove(): Promise<void> {
    this.records = {};
    if (this.frees) this.full = false;
  }
}

function sizes(records: Partial<Records>): string {
  const parts = [records.key, records.head, records.container, ...Object.values(records.aside ?? {})];
  return parts.map((each) => each?.length).join(' ');
}

async function opening({ records: { key, head, container, aside = null } }: Shelf) {
  return openRecords({ key, head, container, aside });
}

async function lockOf(shelf: Shelf): Promise<Locked> {
  const found = await opening(shelf);
  if (found.kind !== 'locked') throw new Error(found.kind);
  return found.locked;
}

const stretched = new Map<string, Bytes>();
const salt = new Uint8Array(16).fill(3);
const of = (code: string): Bytes => stretched.get(code) ?? new Uint8Array();

// The cost is the product's; a test that stretches each code once takes long enough.
beforeAll(async () => {
  for (const code of ['first', 'second', 'neither'])
    stretched.set(code, await stretchCode(codeBytes(code), salt));
}, 60_000);

/** A shelf whose container has both codes, and something of hers in so many buckets. */
async function coded(buckets = 1): Promise<Shelf> {
  const shelf = new Shelf();
  const options = { hurries: () => false, lost: () => {} };
  const storage = new ContainerStorage(shelf, freshContents(), false, options);
  const filling = new Uint8Array((buckets - 1) * bucketLength);
  await storage.write([put('hers', hers), put('filling', filling)]);
  await storage.remake((contents) => set(withCode(contents, of('first'))));
  await storage.remake((contents) => set(withSecondCode(contents, of('second'))));
  shelf.steps = [];
  return shelf;
}

function set(contents: Contents | null): Contents {
  if (contents === null) throw new Error('taken');
  return contents;
}

describe('a code', () => {
  test('opens what is there, and no other does', async () => {
    const shelf = await coded();
    expect(await unlock(shelf, await lockOf(shelf), of('neither'))).toBeNull();
    expect(shelf.steps).toEqual([]);
    const found = await unlock(shelf, await lockOf(shelf), of('first'));
    expect(found?.contents.values.get('hers')).toEqual(hers);
    const again = await unlock(shelf, await lockOf(shelf), of('first'));
    expect(again?.contents.values.get('hers')).toEqual(hers);
  });

  test('is the same whichever keyboard wrote it', () => {
    expect(codeBytes('caf\u00e9')).toEqual(codeBytes('cafe\u0301'));
    expect(codeBytes('Fiets')).not.toEqual(codeBytes('fiets'));
  });

  test('changes no length, and what was sealed before it opens with nothing that is there now', async () => {
    const shelf = new Shelf();
    const options = { hurries: () => false, lost: () => {} };
    const storage = new ContainerStorage(shelf, freshContents(), false, options);
    await storage.write([put('hers', hers)]);
    const before = { ...shelf.records };
    await storage.remake((contents) => set(withCode(contents, of('first'))));
    expect(sizes(shelf.records)).toBe(sizes(before));
    const { head } = shelf.records;
    const found = await unlock(new Shelf(), { ...(await lockOf(shelf)), ...lockedIn(before) }, of('first'));
    expect(found?.damaged).toBe(true);
    await storage.remake((contents) => set(withSecondCode(contents, of('second'))));
    expect(sizes(shelf.records)).toBe(sizes(before));
    expect(shelf.records.head).not.toEqual(head);
    await storage.remake(withoutCode);
    expect(sizes(shelf.records)).toBe(sizes(before));
    expect((await opening(shelf)).kind).toBe('open');
  });

  test('is not taken twice', async () => {
    const found = await unlock(new Shelf(), await lockOf(await coded()), of('first'));
    const contents = set(found?.contents ?? null);
    expect(withCode(contents, of('second'))).toBeNull();
    expect(withSecondCode(contents, of('first'))).toBeNull();
    expect(withCode(contents, of('first'))).not.toBeNull();
    expect(withSecondCode(contents, of('second'))).not.toBeNull();
  });

  test('opens what is there also where there is no room to write', async () => {
    const shelf = await coded();
    const lock = await lockOf(shelf);
    shelf.full = true;
    const found = await unlock(shelf, lock, of('first'));
    expect(found?.contents.values.get('hers')).toEqual(hers);
  });
});

function lockedIn({ container }: Partial<Records>) {
  return { container: container ?? new Uint8Array() };
}

describe('the second code', () => {
  test.each([1, 3])(
    'leaves what it is given and nothing of what was there, in %i buckets as before; from then on it opens that',
    async (buckets) => {
      const shelf = await coded(buckets);
      const before = { ...shelf.records };
      const lock = await lockOf(shelf);
      const left = new Map([['left', Uint8Array.of(1, 2)]]);
      const found = await unlock(shelf, lock, of('second'), left);
      expect(found?.contents.values).toEqual(left);
      expect(sizes(shelf.records)).toBe(sizes(before));
      for (const name of ['key', 'head', 'container'] as const)
        expect(shelf.records[name]).not.toEqual(before[name]);
      const [one, other] = [before, shelf.records].map(
        ({ head }) => decodeHead(head ?? new Uint8Array()).slots,
      );
      expect(one?.[0]).not.toEqual(other?.[0]);
      expect(one?.[1]).not.toEqual(other?.[1]);
      expect(await unlock(shelf, await lockOf(shelf), of('first'))).toBeNull();
      const again = await unlock(shelf, await lockOf(shelf), of('second'));
      expect(again?.contents.values).toEqual(left);
      expect(again?.damaged).toBe(false);
    },
  );

  test('takes the same steps as the first one, over the same bytes', async () => {
    const traces = [];
    for (const code of ['first', 'second']) {
      const shelf = await coded(2);
      const lock = { ...(await lockOf(shelf)), aside: { container: new Uint8Array(1_000) } };
      const { encrypt, decrypt } = crypto.subtle;
      const spies = [
        vi.spyOn(crypto.subtle, 'encrypt').mockImplementation((way, key, data) => {
          shelf.steps.push(`encrypt ${data.byteLength}`);
          return encrypt.call(crypto.subtle, way, key, data);
        }),
        vi.spyOn(crypto.subtle, 'decrypt').mockImplementation((way, key, data) => {
          shelf.steps.push(`decrypt ${data.byteLength}`);
          return decrypt.call(crypto.subtle, way, key, data);
        }),
        vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
          shelf.steps.push(`draw ${into?.byteLength}`);
          return into;
        }),
      ];
      await unlock(shelf, lock, of(code));
      for (const spy of spies) spy.mockRestore();
      traces.push(shelf.steps);
    }
    expect(traces[0]?.length).toBeGreaterThan(6);
    expect(traces[1]).toEqual(traces[0]);
  });

  test('takes all away where there is no room to write', async () => {
    const shelf = await coded();
    const lock = await lockOf(shelf);
    shelf.full = true;
    const found = await unlock(shelf, lock, of('second'));
    expect(found).toMatchObject({ made: false });
    expect(found?.contents.values.size).toBe(0);
    expect(shelf.records).toEqual({});
  });

  test('locks what it leaves also where there is room only once all is taken away', async () => {
    const shelf = await coded();
    const lock = await lockOf(shelf);
    Object.assign(shelf, { full: true, frees: true });
    const left = new Map([['left', Uint8Array.of(1, 2)]]);
    const found = await unlock(shelf, lock, of('second'), left);
    expect(found).toMatchObject({ made: true, contents: { values: left, head: { coded: true } } });
    expect(await unlock(shelf, await lockOf(shelf), of('first'))).toBeNull();
    expect((await unlock(shelf, await lockOf(shelf), of('second')))?.contents.values).toEqual(left);
  });

  test('writes over what stands aside', async () => {
    const shelf = await coded();
    const aside = { container: Uint8Array.from(hers) };
    await unlock(shelf, { ...(await lockOf(shelf)), aside }, of('second'));
    expect(shelf.records.aside?.['container']).toHaveLength(hers.length);
    expect(shelf.records.aside?.['container']).not.toEqual(hers);
  });
});

describe('what the version before kept', () => {
  async function older(key: Uint8Array) {
    const under = new MemoryStorage();
    await new SealedStorage(under, key).write([put('seeker/0001/seat', hers), put('page/draft', hers)]);
    const raw = new Map<string, Uint8Array>();
    for (const name of await under.list('')) raw.set(name, (await under.get(name)) ?? new Uint8Array());
    return raw;
  }

  test('is read; a value that does not open is no bytes, and stops no other', async () => {
    const key = new Uint8Array(32).fill(7);
    const raw = await older(key);
    raw.set('page/draft', new Uint8Array(40));
    const { values, aside } = await openOlder(raw, key);
    expect(Object.fromEntries(values)).toEqual({ 'seeker/0001/seat': hers, 'page/draft': new Uint8Array() });
    expect(aside).toBeNull();
  });

  test('stands aside where nothing of it opens', async () => {
    const raw = await older(new Uint8Array(32).fill(7));
    const { values, aside } = await openOlder(raw, new Uint8Array(32).fill(8));
    expect(values.size).toBe(0);
    expect(aside).toMatchObject(Object.fromEntries(raw));
  });
});

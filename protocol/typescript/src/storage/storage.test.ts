import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FileStorage } from '../../test/fixture/file-storage.js';
import { MemoryStorage } from './memory-storage.js';
import { SealedStorage } from './sealed-storage.js';
import { put, remove, type Storage } from './storage.js';

const folder = await mkdtemp(join(tmpdir(), 'opstap-storage-'));
afterAll(() => rm(folder, { recursive: true }));

const kinds: [string, () => Promise<Storage>][] = [
  ['memory', async () => new MemoryStorage()],
  ['a file', () => FileStorage.open(join(folder, `${Math.random()}`))],
  ['memory, sealed', async () => new SealedStorage(new MemoryStorage(), newKey())],
];

describe.each(kinds)('storage in %s', (_name, open) => {
  test('gives back what was written, and lists keys in order', async () => {
    const storage = await open();
    await storage.write([
      put('b/2', Uint8Array.of(2)),
      put('b/10', Uint8Array.of(10)),
      put('a', Uint8Array.of(1)),
    ]);
    expect(await storage.get('b/2')).toEqual(Uint8Array.of(2));
    expect(await storage.list('b/')).toEqual(['b/10', 'b/2']);
    await storage.write([remove('b/2'), put('a', Uint8Array.of(9))]);
    expect(await storage.get('b/2')).toBeUndefined();
    expect(await storage.get('a')).toEqual(Uint8Array.of(9));
  });

  test('hands out copies', async () => {
    const storage = await open();
    const value = Uint8Array.of(1);
    await storage.write([put('a', value)]);
    value[0] = 7;
    const read = await storage.get('a');
    read?.fill(8);
    expect(await storage.get('a')).toEqual(Uint8Array.of(1));
  });
});

test('a file storage is there again after a restart', async () => {
  const path = join(folder, 'restart');
  await (await FileStorage.open(path)).write([put('a', Uint8Array.of(1, 2))]);
  expect(await (await FileStorage.open(path)).get('a')).toEqual(Uint8Array.of(1, 2));
});

describe('sealed storage', () => {
  const words = new TextEncoder().encode('nobody else is to read this');

  async function written(): Promise<{ under: MemoryStorage; key: Uint8Array }> {
    const under = new MemoryStorage();
    const key = newKey();
    await new SealedStorage(under, key).write([put('a', words), put('b', words)]);
    return { under, key };
  }

  async function bytes(storage: Storage, key: string): Promise<Uint8Array> {
    return (await storage.get(key)) ?? new Uint8Array();
  }

  test('shows nothing of a value, and not that two are the same', async () => {
    const plain = new MemoryStorage();
    await plain.write([put('a', words)]);
    const shows = async (storage: Storage, key: string) =>
      Buffer.from(await bytes(storage, key)).includes('nobody');
    expect(await shows(plain, 'a')).toBe(true);
    const { under } = await written();
    expect(await shows(under, 'a')).toBe(false);
    expect(await bytes(under, 'a')).not.toEqual(await bytes(under, 'b'));
  });

  test('opens again with the same key, and reads no bytes with another', async () => {
    const { under, key } = await written();
    expect(await new SealedStorage(under, key).get('a')).toEqual(words);
    expect(await new SealedStorage(under, newKey()).get('a')).toEqual(new Uint8Array());
  });

  test('reads no bytes where a value was changed, cut off or moved to another name', async () => {
    const { under, key } = await written();
    const storage = new SealedStorage(under, key);
    const sealed = await bytes(under, 'a');
    const changed = sealed.with(-1, (sealed.at(-1) ?? 0) ^ 1);
    for (const spoilt of [changed, sealed.slice(0, 5), sealed.slice(0, -1)]) {
      await under.write([put('a', spoilt)]);
      expect(await storage.get('a')).toEqual(new Uint8Array());
    }
    await under.write([put('c', await bytes(under, 'b'))]);
    expect(await storage.get('c')).toEqual(new Uint8Array());
    expect(await storage.get('b')).toEqual(words);
  });

  test('begins a write before it waits for anything', async () => {
    const order: string[] = [];
    const under = new MemoryStorage();
    const watched: Storage = {
      get: (key) => under.get(key),
      list: (prefix) => under.list(prefix),
      write: (changes) => {
        order.push('begun');
        return under.write(changes);
      },
    };
    const writing = new SealedStorage(watched, newKey()).write([put('a', words)]);
    order.push('asked');
    await writing;
    expect(order).toEqual(['begun', 'asked']);
  });
});

function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

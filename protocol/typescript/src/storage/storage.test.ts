import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FileStorage } from '../../test/fixture/file-storage.js';
import { MemoryStorage } from './memory-storage.js';
import { put, remove, type Storage } from './storage.js';

const folder = await mkdtemp(join(tmpdir(), 'opstap-storage-'));
afterAll(() => rm(folder, { recursive: true }));

const kinds: [string, () => Promise<Storage>][] = [
  ['memory', async () => new MemoryStorage()],
  ['a file', () => FileStorage.open(join(folder, `${Math.random()}`))],
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

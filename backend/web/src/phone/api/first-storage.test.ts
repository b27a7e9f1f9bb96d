import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { put } from '@opstap/protocol/storage/storage';
import { expect, test } from 'vitest';
import { FirstStorage } from './first-storage.js';

const value = Uint8Array.of(1);

function begun(fails = 0) {
  const opened: string[][] = [];
  const lasting = new MemoryStorage();
  let failures = fails;
  const storage = new FirstStorage(
    ({ key }) => key.startsWith('public/'),
    async (values) => {
      if (failures-- > 0) throw new Error('away');
      opened.push([...values.keys()]);
      await lasting.write([...values].map(([name, each]) => put(name, each)));
      return lasting;
    },
  );
  return { storage, lasting, opened };
}

test('what says nothing of her opens nothing, and can be read', async () => {
  const { storage, opened } = begun();
  await storage.write([put('public/list', value)]);
  expect(await storage.get('public/list')).toEqual(value);
  expect(await storage.list('')).toEqual(['public/list']);
  expect(opened).toEqual([]);
});

test('the first change of hers takes along what was there, and all goes on in one place', async () => {
  const { storage, lasting, opened } = begun();
  await storage.write([put('public/list', value)]);
  const writing = [storage.write([put('hers', value)]), storage.write([put('public/other', value)])];
  expect(await storage.get('hers')).toEqual(value);
  await Promise.all(writing);
  await storage.write([put('later', value)]);
  expect(opened).toEqual([['public/list']]);
  expect(await lasting.list('')).toEqual(['hers', 'later', 'public/list', 'public/other']);
});

test('where it could not be opened, the change is refused, and the next one tries again', async () => {
  const { storage, lasting } = begun(1);
  await expect(storage.write([put('hers', value)])).rejects.toThrow('away');
  expect(await storage.get('hers')).toBeUndefined();
  await storage.write([put('hers', value)]);
  expect(await lasting.list('')).toEqual(['hers']);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newSeeker, newWorker, textsIn } from '../../test/fixture/people.js';

const day = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A device whose credential is good for another 29 days. */
async function newStock() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const device = server.devices.get(worker.client.device ?? '');
  if (device === undefined) throw new Error('not registered');
  const started = Date.now();
  return {
    server,
    worker,
    device,
    /** Names of what is stored. */
    kept: () => worker.storage.list('key-package/'),
    /** Lets days go by and looks after the stock. */
    keepAfter: async (days: number) => {
      vi.setSystemTime(started + days * day);
      await worker.client.keepStock(5);
    },
  };
}

describe('the secrets of key packages (KPK-11)', () => {
  test('are kept for as long as a Welcome for them may come', async () => {
    const { kept, keepAfter } = await newStock();
    const before = await kept();
    await keepAfter(58);
    expect(await kept()).toEqual(expect.arrayContaining([...before]));
  });

  test('are forgotten when none can come any more', async () => {
    const { kept, keepAfter } = await newStock();
    const before = await kept();
    expect(before).toHaveLength(6);
    await keepAfter(60);
    const after = await kept();
    expect(before.filter((key) => after.includes(key))).toEqual([]);
  });

  test('are forgotten with the Welcome that they were for', async () => {
    const { server, worker, kept } = await newStock();
    await conversationOf(server, worker);
    expect(await kept()).toHaveLength(5);
  });
});

describe('the package of last resort (KPK-11)', () => {
  test('is replaced after 30 days and not before', async () => {
    const { device, keepAfter } = await newStock();
    const first = device.lastResort;
    await keepAfter(29);
    expect(device.lastResort).toBe(first);
    await keepAfter(30);
    const second = device.lastResort;
    expect(second).not.toBe(first);
    await keepAfter(31);
    expect(device.lastResort).toBe(second);
  });

  test('is replaced where nobody knows whether it arrived', async () => {
    const { worker, device, keepAfter } = await newStock();
    worker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/key-packages')) throw new TypeError('lost');
      return answer;
    };
    await expect(keepAfter(30)).rejects.toMatchObject({ code: 'network-failure' });
    const arrived = device.lastResort;
    worker.change = (fetch) => fetch;
    await keepAfter(30);
    expect(device.lastResort).not.toBe(arrived);
  });

  test('still opens what a phone made for it before it was replaced', async () => {
    const { server, worker, device, keepAfter } = await newStock();
    device.stock.splice(0);
    const seeker = await newSeeker(server);
    const hers = await seeker.client.begin(server.directory.programme);
    await hers.send({ text: 'Hoi' });
    seeker.change = (fetch) => async (url, init) => {
      if (url.endsWith('/entries')) throw new TypeError('lost');
      return fetch(url, init);
    };
    await expect(hers.sync()).rejects.toMatchObject({ code: 'network-failure' });
    await keepAfter(30);
    seeker.change = (fetch) => fetch;
    await hers.sync();
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });
});

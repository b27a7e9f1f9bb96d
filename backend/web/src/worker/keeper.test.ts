import { signDocument, type Verified } from '@opstap/protocol/directory/document';
import { type PageList, pageListFormat } from '@opstap/protocol/directory/page-list';
import { publicKeyOf } from '@opstap/protocol/wire/ed25519';
import { beforeEach, describe, expect, test } from 'vitest';
import { Keeper, type Shelf } from './keeper.js';

const seed = new Uint8Array(32).fill(7);
const stranger = new Uint8Array(32).fill(8);
const utf8 = (text: string) => new TextEncoder().encode(text);

type Pages = Readonly<Record<string, string>>;
const first: Pages = { '/': 'page 1', '/assets/part-a.js': 'a', '/team': 'team 1', '/worker.js': 'worker' };
const second: Pages = { ...first, '/': 'page 2', '/assets/part-b.js': 'b' };

async function listOf(number: number, pages: Pages, more: { sample?: boolean; by?: Uint8Array } = {}) {
  const files = Object.entries(pages).map(async ([path, text]) => ({
    path,
    digest: new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))),
    offline: path === '/' || path.startsWith('/assets/'),
  }));
  const sorted = (await Promise.all(files)).sort((one, other) => (one.path < other.path ? -1 : 1));
  const content = { number, issuedOn: '2026-11-23', sample: more.sample ?? false, files: sorted };
  return signDocument(pageListFormat, content, more.by ?? seed);
}

/** A shelf and a server that hold what the test says. */
class World {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly asked: string[] = [];
  pages: Record<string, string> = {};
  list: Verified<PageList> | undefined;
  away = false;
  /** How the server fails where it is asked for its list: with a status, or without an answer. */
  failure: number | 'lost' | null = null;
  sampleKey: Uint8Array<ArrayBuffer> | undefined;
  relays: readonly string[] = [];
  /** What happens while the server is asked. */
  meanwhile: (path: string) => void = () => undefined;

  readonly shelf: Shelf = {
    read: async (name) => this.kept.get(name),
    write: async (name, bytes) => void this.kept.set(name, bytes),
    names: async () => [...this.kept.keys()],
    drop: async (name) => void this.kept.delete(name),
  };

  /** A worker that has just begun; with null, one that knows samples only. */
  keeper(releaseKey: Uint8Array | null = publicKeyOf(seed)): Keeper {
    return new Keeper({
      shelf: this.shelf,
      releaseKey: releaseKey ?? undefined,
      sampleKey: async () => this.sampleKey,
      ask: async (path) => {
        this.asked.push(path);
        this.meanwhile(path);
        const fails = path === '/release.json' ? this.failure : null;
        if (this.away || fails === 'lost') throw new TypeError('no connection');
        if (fails !== null) return { status: fails, bytes: utf8(''), relays: [] };
        const bytes = path === '/release.json' ? this.list?.envelope : this.bytesAt(path);
        return { status: bytes ? 200 : 404, bytes: bytes ?? utf8(''), relays: this.relays };
      },
    });
  }

  private bytesAt(path: string) {
    const text = this.pages[path];
    return text === undefined ? undefined : utf8(text);
  }

  async publish(number: number, pages: Pages) {
    this.list = await listOf(number, pages);
    this.pages = { ...pages };
  }
}

let world: World;
const textOf = async (keeper: Keeper, path: string) => {
  const bytes = await keeper.file(path);
  return bytes && new TextDecoder().decode(bytes);
};

beforeEach(async () => {
  world = new World();
  await world.publish(1, first);
});

describe('a signed list', () => {
  test('is taken with the files that the page needs, which are then there without a connection', async () => {
    const keeper = world.keeper();
    expect(await keeper.begin()).toBe('published');
    expect(world.asked).not.toContain('/team');
    world.away = true;
    const later = world.keeper();
    expect(await textOf(later, '/')).toBe('page 1');
    expect(await textOf(later, '/assets/part-a.js')).toBe('a');
    expect(await textOf(later, '/team')).toBeUndefined();
    expect(await later.begin()).toBe('unknown');
  });

  test.each([
    ['somebody else signed', () => listOf(1, first, { by: stranger })],
    ['is a sample', () => listOf(1, first, { sample: true })],
  ])('that %s is not taken', async (_, make) => {
    world.list = await make();
    const keeper = world.keeper();
    expect(await keeper.begin()).toBe('swapped');
    expect(await keeper.held()).toBeUndefined();
    expect(world.kept.size).toBe(0);
  });

  test('with a higher number takes its place, once all of its files are there', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    await world.publish(2, second);
    delete world.pages['/assets/part-b.js'];
    expect(await keeper.begin()).toBe('unknown');
    expect(await textOf(keeper, '/')).toBe('page 1');
    world.pages['/assets/part-b.js'] = 'b';
    expect(await keeper.begin()).toBe('published');
    expect(await textOf(keeper, '/')).toBe('page 2');
    expect(await textOf(world.keeper(), '/')).toBe('page 2');
  });

  test('with a lower number, or another one of the same number, is refused', async () => {
    await world.publish(2, second);
    const keeper = world.keeper();
    await keeper.begin();
    await world.publish(1, { ...first, '/worker.js': 'old worker' });
    expect(await keeper.begin()).toBe('unknown');
    world.pages['/worker.js'] = 'nobody’s worker';
    expect(await keeper.begin(), 'under an old list').toBe('swapped');
    world.list = await listOf(2, first);
    expect(await keeper.begin()).toBe('swapped');
    expect(await textOf(keeper, '/')).toBe('page 2');
    expect((await world.keeper().held())?.content.number).toBe(2);
  });

  test('that is gone from the server is said where there was one', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    world.list = undefined;
    expect(await keeper.begin()).toBe('swapped');
    expect(await textOf(keeper, '/')).toBe('page 1');
  });

  test.each([500, 429, 'lost'] as const)(
    'that the server keeps back (%s) covers what no list says for two looks, and no third',
    async (failure) => {
      await world.keeper().begin();
      const look = () => world.keeper().look();
      world.failure = failure;
      for (let each = 0; each < 4; each += 1) expect(await look(), 'as it was signed').toBe('unknown');
      for (const path of ['/', '/worker.js']) {
        world.pages[path] = 'something else';
        for (const said of ['unknown', 'unknown', 'swapped', 'swapped']) expect(await look()).toBe(said);
        world.away = true;
        expect(await look(), 'without a connection').toBe('unknown');
        world.away = false;
        world.pages = { ...first };
        expect(await look()).toBe('unknown');
      }
      // Renewed: the list comes a look later than what it says.
      await world.publish(2, second);
      for (const said of ['unknown', 'unknown']) expect(await look()).toBe(said);
      world.failure = null;
      expect(await look()).toBe('published');
      expect(world.kept.has('unlisted')).toBe(false);
    },
  );

  test('of samples counts where no key is built in, by the key that the server says, and another server begins anew', async () => {
    const samples = () => world.keeper(null);
    expect(await samples().begin()).toBe('unknown');
    for (const [number, by] of [
      [9, stranger],
      [3, seed],
    ] as const) {
      world.sampleKey = publicKeyOf(by);
      world.list = await listOf(number, first, { sample: true, by });
      expect(await samples().begin()).toBe('published');
      expect((await samples().held())?.content.number).toBe(number);
    }
    world.list = await listOf(2, second, { sample: true, by: seed });
    expect(await samples().begin()).toBe('unknown');
    world.list = await listOf(4, first, { by: seed });
    expect(await samples().begin()).toBe('swapped');
    world.sampleKey = undefined;
    const none = samples();
    expect(await none.begin()).toBe('unknown');
    expect(none.isNobodys).toBe(true);
    expect(world.kept.size).toBe(0);
  });
});

describe('a file', () => {
  test('that the server changed is neither given nor kept, and is said', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    world.pages['/'] = 'another page';
    expect(await keeper.begin()).toBe('swapped');
    expect(await textOf(keeper, '/')).toBe('page 1');
    world.pages['/team'] = 'another team';
    expect(await keeper.file('/team')).toBeUndefined();
  });

  test('that is another one in a newer list is said, and the newer list is not taken', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    await world.publish(2, second);
    world.pages['/assets/part-b.js'] = 'something else';
    expect(await keeper.begin()).toBe('swapped');
    expect((await keeper.held())?.content.number).toBe(1);
  });

  test('that was changed where it is kept is fetched anew, or not given', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    for (const name of world.kept.keys()) {
      if (name.startsWith('file-')) world.kept.set(name, utf8('changed'));
    }
    expect(await textOf(keeper, '/')).toBe('page 1');
    for (const name of world.kept.keys()) {
      if (name.startsWith('file-')) world.kept.set(name, utf8('changed'));
    }
    world.pages['/'] = 'changed';
    expect(await keeper.file('/')).toBeUndefined();
  });

  test('of the release before is no swap while servers are being renewed, and a page of it goes on', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    await world.publish(2, second);
    delete world.pages['/assets/part-a.js'];
    world.list = await listOf(
      2,
      Object.fromEntries(Object.entries(second).filter(([path]) => path !== '/assets/part-a.js')),
    );
    expect(await keeper.begin()).toBe('published');
    world.pages['/'] = 'page 1';
    expect(await keeper.begin()).toBe('unknown');
    expect(await textOf(keeper, '/assets/part-a.js')).toBe('a');
  });

  test('of no list is dropped, with two lists held at most', async () => {
    const keeper = world.keeper();
    for (const number of [1, 2, 3]) {
      await world.publish(number, { ...first, '/': `page ${number}` });
      expect(await keeper.begin()).toBe('published');
    }
    expect(world.kept.size).toBe('list before relays'.split(' ').length + 3);
  });
});

test('a worker that takes the place of this one is seen', async () => {
  const keeper = world.keeper();
  await keeper.begin();
  world.pages['/worker.js'] = 'another worker';
  expect(await keeper.begin()).toBe('swapped');
});

test('relays are those that the server said last', async () => {
  const keeper = world.keeper();
  world.relays = ['https://relay.example'];
  await keeper.begin();
  expect(await world.keeper().relays()).toEqual(['https://relay.example']);
});

describe('where everything was forgotten, nothing is kept again (REL-10)', () => {
  test('before the page is opened anew', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    world.kept.clear();
    expect(await textOf(keeper, '/')).toBe('page 1');
    expect(await keeper.look()).toBe('unknown');
    expect(world.kept.size).toBe(0);
    expect(await keeper.begin()).toBe('published');
    expect(await textOf(world.keeper(), '/')).toBe('page 1');
  });

  test('by a worker that began again meanwhile: it gives what is as signed, and no more', async () => {
    const again = world.keeper();
    expect(await again.look()).toBe('published');
    expect(await textOf(again, '/assets/part-a.js')).toBe('a');
    world.pages['/assets/part-a.js'] = 'something else';
    expect(await again.file('/assets/part-a.js')).toBeUndefined();
    expect(await again.look()).toBe('unknown');
    expect(world.kept.size).toBe(0);
  });

  test('while a newer list is being taken', async () => {
    const keeper = world.keeper();
    await keeper.begin();
    await world.publish(2, second);
    world.meanwhile = (path) => path === '/assets/part-b.js' && world.kept.clear();
    expect(await keeper.look()).toBe('unknown');
    expect(world.kept.size).toBe(0);
  });
});

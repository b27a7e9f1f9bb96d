import type { Verified } from '@opstap/protocol/directory/document';
import type { PageFile, PageList } from '@opstap/protocol/directory/page-list';
import { toBase64Url } from '@opstap/protocol/wire/base64url';
import { sameBytes } from '@opstap/protocol/wire/bytes';
import { judge, signedList, type Trust } from './judging.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** Where the worker keeps bytes under names. */
export interface Shelf {
  read(name: string): Promise<Bytes | undefined>;
  write(name: string, bytes: Bytes): Promise<void>;
  names(): Promise<readonly string[]>;
  drop(name: string): Promise<void>;
}

/** What the server answered. */
export interface Served {
  readonly status: number;
  readonly bytes: Bytes;
  /** Of the content policy, the relays that a page may connect to. */
  readonly relays: readonly string[];
}

export interface Surroundings {
  readonly shelf: Shelf;
  /** Asks the server, past every cache that doesn't ask it; throws where it doesn't answer. */
  readonly ask: (path: string) => Promise<Served>;
  /** The release key that is built in; undefined where the server's own sample key counts. */
  readonly releaseKey: Uint8Array | undefined;
  /** The key of the sample operator, as the server says it; undefined where it has no samples. */
  readonly sampleKey: () => Promise<Bytes | undefined>;
}

/**
 * What a look at the server found. `published`: it serves what the signed list says. `swapped`: it serves something that no list which
 * counts says. `unknown`: it is away, or being renewed, and nothing can be said.
 */
export type Look = 'published' | 'swapped' | 'unknown';

/** What every visit gets straight from the server where there is no worker, and what would take this one's place. */
const watched = ['/', '/worker.js'] as const;
const found = 200;
const missing = 404;
/** Looks in a row at a server that gives no list and something that no list says: while it is being renewed, one or two may meet that. */
const patience = 3;
/** Where those are counted. */
const unlisted = 'unlisted';

/** Keeps the files of the newest signed list, and gives none that isn't as signed (REL-5 to REL-8). */
export class Keeper {
  readonly #around: Surroundings;
  #held: Verified<PageList> | undefined;
  #looking: Promise<Look> | undefined;
  #isNobodys = false;
  /** Whether something may be kept where nothing is: not by a worker that began again after all was taken away. */
  #mayBegin = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The list that counts here; undefined before the first. */
  async held(): Promise<Verified<PageList> | undefined> {
    this.#held ??= await this.#listNamed('list');
    return this.#held;
  }

  /** The bytes of a file as it was signed: kept here, or else the server's if they are those. Undefined where there are none. */
  async file(path: string): Promise<Bytes | undefined> {
    const { shelf, ask } = this.#around;
    for (const listed of [() => this.held(), () => this.#listNamed('before')]) {
      const entry = (await listed())?.content.files.find((each) => each.path === path);
      if (entry === undefined) continue;
      const kept = await shelf.read(nameOf(entry));
      if (kept !== undefined && (await fits(kept, entry))) return kept;
      const served = await ask(path).catch(() => undefined);
      if (served?.status !== found || !(await fits(served.bytes, entry))) continue;
      // Where all was forgotten meanwhile, nothing is kept again.
      if (!(await this.#isForgotten())) await shelf.write(nameOf(entry), served.bytes);
      return served.bytes;
    }
    return undefined;
  }

  /** The relays that the page may connect to, as the server said last. */
  async relays(): Promise<readonly string[]> {
    const kept = await this.#around.shelf.read('relays');
    return kept === undefined ? [] : new TextDecoder().decode(kept).split(' ').filter(Boolean);
  }

  /** Whether the last look found that no list can count here: there is no key, built in or of a server with samples. */
  get isNobodys(): boolean {
    return this.#isNobodys;
  }

  /** As {@link look}, at the first visit, and where the browser dropped what was kept: from here on something is kept. */
  async begin(): Promise<Look> {
    if (await this.#isForgotten()) this.#held = undefined;
    this.#mayBegin = true;
    return this.look();
  }

  /**
   * Looks at what the server serves, and takes a newer list that counts, with its files; where nothing is kept, for as long as this worker
   * runs, and without keeping anything. Two looks at once are one. Never throws.
   */
  look(): Promise<Look> {
    this.#looking ??= this.#look()
      .catch(() => 'unknown' as const)
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #look(): Promise<Look> {
    const { ask, releaseKey, sampleKey, shelf } = this.#around;
    if (await this.#isForgotten()) return 'unknown';
    const key = releaseKey ?? (await sampleKey());
    if (key === undefined) {
      // It was a server for trying out, and is none any more: what was held of it counts no longer.
      await Promise.all((await shelf.names()).map((name) => shelf.drop(name)));
      this.#held = undefined;
      this.#isNobodys = true;
      return 'unknown';
    }
    this.#isNobodys = false;
    const trust: Trust = { key, sample: releaseKey === undefined };
    const known = await this.held();
    // Another sample server at the same address begins anew.
    const isSameKey = !trust.sample || sameBytes((await shelf.read('key')) ?? new Uint8Array(), key);
    const held = isSameKey ? known : undefined;
    const served = await ask('/release.json').catch(() => undefined);
    if (served?.status !== found) {
      if (held === undefined) return 'unknown';
      return served?.status === missing ? 'swapped' : this.#withoutList();
    }
    await shelf.drop(unlisted);
    const judged = judge(served.bytes, trust, held);
    if (judged.kind === 'wrong') return 'swapped';
    // An old list is no cover for what no list ever said.
    if (judged.kind === 'older')
      return (await this.#compare(judged.list)) === 'swapped' ? 'swapped' : 'unknown';
    if (judged.kind === 'new') {
      const taken = await this.#take(judged.list, trust);
      if (taken !== 'published') return taken;
    }
    return this.#compare();
  }

  /** A server that keeps its list back, and gives something else than any that is held here, is believed only for so long (REL-9). */
  async #withoutList(): Promise<Look> {
    const { shelf } = this.#around;
    const differs = (await this.#compare()) === 'swapped';
    if (await this.#isForgotten()) return 'unknown';
    if (!differs) {
      await shelf.drop(unlisted);
      return 'unknown';
    }
    const [before = 0] = (await shelf.read(unlisted)) ?? [];
    const looks = Math.min(before + 1, patience);
    await shelf.write(unlisted, Uint8Array.of(looks));
    return looks < patience ? 'unknown' : 'swapped';
  }

  /** Fetches what is new, and only then turns to the new list: until then, and if it fails, the old one counts whole. */
  async #take(list: Verified<PageList>, { key, sample }: Trust): Promise<Look> {
    const { shelf, ask } = this.#around;
    if (!this.#mayBegin && (await this.held()) === undefined) {
      this.#held = list;
      return 'published';
    }
    for (const entry of list.content.files.filter(({ offline }) => offline)) {
      const kept = await shelf.read(nameOf(entry));
      if (kept !== undefined && (await fits(kept, entry))) continue;
      const served = await ask(entry.path);
      const look = await this.#lookAt(served, entry.path, [list, await this.held()]);
      if (!(await fits(served.bytes, entry))) return look === 'swapped' ? 'swapped' : 'unknown';
      if (await this.#isForgotten()) return 'unknown';
      await shelf.write(nameOf(entry), served.bytes);
    }
    if (await this.#isForgotten()) return 'unknown';
    const before = await shelf.read('list');
    if (sample) await shelf.write('key', Uint8Array.from(key));
    if (before !== undefined) await shelf.write('before', before);
    await shelf.write('list', list.envelope);
    this.#held = list;
    await this.#tidy();
    return 'published';
  }

  /** Whether the server serves what the held list says, or, while it is being renewed, the one before, or an older one that it has. */
  async #compare(older?: Verified<PageList>): Promise<Look> {
    const { shelf, ask } = this.#around;
    const lists = [await this.held(), await this.#listNamed('before'), older];
    let all: Look = 'published';
    for (const path of watched) {
      const served = await ask(path);
      const look = await this.#lookAt(served, path, lists);
      if (look === 'swapped') return look;
      if (look === 'unknown') all = look;
      else if (path === '/' && !(await this.#isForgotten()))
        await shelf.write('relays', new TextEncoder().encode(served.relays.join(' ')));
    }
    return all;
  }

  async #lookAt(
    { status, bytes }: Served,
    path: string,
    [newest, ...others]: readonly (Verified<PageList> | undefined)[],
  ): Promise<Look> {
    if (status !== found) return 'unknown';
    const isOf = async (list: Verified<PageList> | undefined) => {
      const entry = list?.content.files.find((each) => each.path === path);
      return entry !== undefined && (await fits(bytes, entry));
    };
    if (await isOf(newest)) return 'published';
    for (const other of others) if (await isOf(other)) return 'unknown';
    return 'swapped';
  }

  async #listNamed(name: 'list' | 'before'): Promise<Verified<PageList> | undefined> {
    const { shelf, releaseKey } = this.#around;
    const envelope = await shelf.read(name);
    const key = releaseKey ?? (await shelf.read('key'));
    return envelope && key && signedList(envelope, { key, sample: releaseKey === undefined });
  }

  /** Whether what was held here was taken away: from then on this worker, which lives as long as its page, keeps nothing. */
  async #isForgotten(): Promise<boolean> {
    return this.#held !== undefined && (await this.#around.shelf.read('list')) === undefined;
  }

  async #tidy(): Promise<void> {
    const { shelf } = this.#around;
    const lists = [await this.held(), await this.#listNamed('before')];
    const needed = new Set(lists.flatMap((list) => list?.content.files.map(nameOf) ?? []));
    for (const name of await shelf.names()) {
      if (name.startsWith('file-') && !needed.has(name)) await shelf.drop(name);
    }
  }
}

/** Files are kept by their digests: two lists that have the same one share it. */
function nameOf({ digest }: PageFile): string {
  return `file-${toBase64Url(digest)}`;
}

async function fits(bytes: Bytes, { digest }: PageFile): Promise<boolean> {
  return sameBytes(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), digest);
}

import { ContainerDatabase } from '@opstap/protocol/storage/container-database';
import { type Locked, type Opening, openRecords } from '@opstap/protocol/storage/container-opening';
import { ContainerStorage, type Contents, freshContents } from '@opstap/protocol/storage/container-storage';
import { ordinaryName } from '../model/ordinary.js';
import { forgetChoices } from './kept-look.js';

// With the container, so that no connection is needed to lock.
export { watchAway } from './away.js';

/** What keeping tells the page. */
export interface KeepingPage {
  /** What is kept takes a code: nothing else goes on until it was given. */
  readonly locked: (lock: Lock) => void;
  /** Whether what is kept outlives the page has changed. */
  readonly lasts: (lasting: boolean) => void;
}

/** A lock that somebody stands before. */
export interface Lock {
  /** Tries a code; false where it isn't one. */
  readonly unlock: (code: string) => Promise<boolean>;
  /** Takes away what nobody has the code of. */
  readonly startAnew: () => Promise<void>;
}

/** Contents, and whether the place has them; without a place they are in memory alone. */
interface Found {
  readonly contents: Contents;
  readonly made: boolean;
  readonly place: ContainerDatabase | null;
}

let ends = false;
addEventListener('pagehide', () => {
  ends = true;
});
addEventListener('pageshow', () => {
  ends = false;
});

/** Storage in a database that isn't there yet, with values from before. */
export function keepHere(
  name: string,
  values: ReadonlyMap<string, Uint8Array>,
  page: KeepingPage,
): ContainerStorage {
  const contents = freshContents(values);
  return storageOf({ contents, made: false, place: new ContainerDatabase(name) }, page);
}

/**
 * Opens what a database has; where that takes a code, only once it was given. `ordinary`: it is what the second code left (LCK-17). Throws
 * where an older version's state can't be taken over: it stays as it is.
 */
export async function openHere(name: string, page: KeepingPage) {
  const found = await find(new ContainerDatabase(name), page);
  const ordinary = found.contents.values.has(ordinaryName);
  return { storage: storageOf(found, page), lasting: found.place !== null, ordinary };
}

function storageOf({ contents, made, place }: Found, page: KeepingPage): ContainerStorage {
  return new ContainerStorage(place, contents, made, {
    hurries: () => ends || document.visibilityState === 'hidden',
    lost: () => page.lasts(false),
  });
}

async function find(place: ContainerDatabase, page: KeepingPage): Promise<Found> {
  const fresh = { contents: freshContents(), made: false, place };
  let database: IDBDatabase;
  let opening: Opening;
  try {
    database = await place.open();
    opening = await openRecords(await place.read());
  } catch {
    // What can't be read isn't written over either.
    return { ...fresh, place: null };
  }
  if (opening.kind === 'open') return { contents: opening.contents, made: true, place };
  if (opening.kind === 'locked') return unlocked(place, opening.locked, page);
  const { keptAside, takenOver } = await import('./mending.js');
  if (opening.kind === 'damaged') return keptAside(place, opening.contents);
  return (await takenOver(place, database)) ?? fresh;
}

function unlocked(place: ContainerDatabase, locked: Locked, page: KeepingPage): Promise<Found> {
  return new Promise((resolve) => {
    page.locked({
      unlock: async (code) => {
        const { unlocked } = await import('./locking.js');
        const found = await unlocked(place, locked, code);
        if (found !== null) resolve({ ...found, place });
        return found !== null;
      },
      startAnew: async () => {
        await place.remove();
        forgetChoices();
        location.reload();
      },
    });
  });
}

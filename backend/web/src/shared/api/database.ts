import { IndexedDatabaseStorage } from '@opstap/protocol/storage/indexed-database-storage';
import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { SealedStorage } from '@opstap/protocol/storage/sealed-storage';
import type { Keeping } from './storage.js';

/** Opens the browser's database, whose values are sealed. Where the browser forbids that, everything works until the page is closed, and it says so. */
export async function openDatabase(name: string): Promise<Keeping> {
  try {
    const database = await IndexedDatabaseStorage.open(name);
    return { storage: new SealedStorage(database, await database.key()), lasting: true };
  } catch {
    return { storage: new MemoryStorage(), lasting: false };
  }
}

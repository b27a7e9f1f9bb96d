import { packed, sealed } from '@opstap/protocol/storage/container';
import type { ContainerDatabase } from '@opstap/protocol/storage/container-database';
import { type Contents, freshContents } from '@opstap/protocol/storage/container-storage';
import { encodeHead } from '@opstap/protocol/storage/key-slots';
import { readOlder } from '@opstap/protocol/storage/older-storage';

/** What was damaged stands aside from here on, next to an empty container. Without room for both it stays, and the visit is in memory. */
export async function keptAside(place: ContainerDatabase, contents: Contents) {
  try {
    await write(place, contents);
    return { contents, made: true, place };
  } catch {
    return { contents: { ...contents, aside: null }, made: false, place: null };
  }
}

/** What an older version kept, in a container from here on, all of it or nothing; null where it kept nothing. */
export async function takenOver(place: ContainerDatabase, database: IDBDatabase) {
  const older = await readOlder(database);
  if (older === null) return null;
  const contents = freshContents(older.values, older.aside);
  await write(place, contents);
  return { contents, made: true, place };
}

async function write(place: ContainerDatabase, contents: Contents): Promise<void> {
  const { values, buckets, key, deviceKey, head, aside } = contents;
  const container = await sealed(key, packed(values, buckets));
  await place.write({ key: deviceKey, head: encodeHead(head), container, aside });
}

import type { Shelf } from './keeper.js';

/** A shelf in the browser's own cache for pages, of a name that says nothing. */
export function cacheShelf(name: string): Shelf {
  const addressOf = (each: string) => `/kept/${each}`;
  const open = () => caches.open(name);
  return {
    async read(each) {
      // Looking doesn't make a cache where there is none.
      const found = await caches.match(addressOf(each), { cacheName: name });
      return found && new Uint8Array(await found.arrayBuffer());
    },
    async write(each, bytes) {
      await (await open()).put(addressOf(each), new Response(bytes));
    },
    async names() {
      if (!(await caches.has(name))) return [];
      const kept = await (await open()).keys();
      return kept.map(({ url }) => new URL(url).pathname.replace('/kept/', ''));
    },
    async drop(each) {
      if (!(await caches.has(name))) return;
      await (await open()).delete(addressOf(each));
    },
  };
}

/**
 * Resolves once this tab is the only one that works with the page's storage: two at once would use the same keys twice (E2E-7).
 * `waits` is called where another tab is first; it goes on by itself when that one is closed. The lock lives as long as the page.
 */
export async function becomeTheOnlyTab(name: string, waits: () => void): Promise<void> {
  // Where a browser has no locks, there is no telling, and refusing to work would help nobody.
  if (navigator.locks === undefined) return;
  const held = new Promise<never>(() => undefined);
  const free = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : held;
    });
  });
  if (free) return;
  waits();
  await new Promise<void>((resolve) => {
    void navigator.locks.request(name, () => {
      resolve();
      return held;
    });
  });
}

declare const scheduler: { readonly yield?: () => Promise<void> } | undefined;

/**
 * Lets what waits for this thread go first, a tap or a picture: between pieces of work that each keep a slow phone busy for a while. Goes on
 * soon after.
 */
export function breathe(): Promise<void> {
  if (typeof scheduler !== 'undefined' && scheduler.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

import { forgetWorker } from '../../shared/api/forget-worker.js';

/** What is known of whether this page is the one that was published. */
export type Guarded =
  | {
      readonly kind: 'published' | 'unknown';
      readonly number: number;
      readonly issuedOn: string;
      readonly sample: boolean;
    }
  | { readonly kind: 'swapped' };

export interface GuardedPage {
  guarded: Guarded | null;
  /** Whether a relay hides her address. */
  readonly relayed: boolean;
  /** Whether she has chosen that nothing is kept. */
  readonly keeping: { readonly nothing: boolean };
}

/** ms between two looks of a page that stays open. */
const again = 60 * 60_000;

/**
 * Has the worker installed that keeps this page at hand, and asks the one that gave it, if one did, what the server serves now. A published
 * worker never takes the place of one whose page is open: another one that does is said (REL-9).
 *
 * @param guardian the worker that gave this page; null where it came straight from the server
 */
export async function guard(page: GuardedPage, guardian: ServiceWorker | null): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers === undefined) return;
  const look = () => guardian?.postMessage('look');
  // A look goes straight to the server, like the opening of the page: later ones would tell how long she is there.
  const lookAgain = () => page.relayed || look();
  const watch = () => {
    if (guardian !== null && workers.controller !== guardian) page.guarded = { kind: 'swapped' };
  };
  workers.addEventListener('controllerchange', watch);
  workers.addEventListener('message', ({ source, data }) => {
    if (source === guardian && page.guarded?.kind !== 'swapped') page.guarded = guardedOf(data);
  });
  workers.startMessages();
  watch();
  look();
  window.addEventListener('online', lookAgain);
  setInterval(lookAgain, again);
  // Where a browser forbids workers, the page comes from the server each time, as it always did.
  await workers.register('/worker.js', { updateViaCache: 'none' }).catch(() => undefined);
  // Whoever chose so meanwhile gets none back (LCK-12).
  if (page.keeping.nothing) await forgetWorker();
}

/** Reads what the worker says; null for anything else. */
export function guardedOf(said: unknown): Guarded | null {
  const { look, number, issuedOn, sample } = Object(said);
  if (look === 'swapped') return { kind: 'swapped' };
  if (look !== 'published' && look !== 'unknown') return null;
  return { kind: look, number: Number(number), issuedOn: String(issuedOn), sample: sample === true };
}

import { lockAfter, longAway, type Moment } from '../model/absence.js';

const now = (): Moment => ({ date: Date.now(), running: performance.now() });

let watching = false;

/**
 * From here on the page shows nothing while it is in the background, and is left after a minute there, by a timer or, where it was
 * frozen meanwhile, as soon as it runs again; as long as `locks`. So it is when somebody comes back to it through the browser's history.
 */
export function watchAway(locks: () => boolean): void {
  if (watching) return;
  watching = true;
  let left: Moment | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const hidden = document.visibilityState === 'hidden';
    if (!locks()) left = null;
    else if (left !== null && longAway(left, now())) return leave();
    else if (hidden) {
      left ??= now();
      timer = setTimeout(look, lockAfter);
    } else left = null;
    cover(left !== null);
  };
  document.addEventListener('visibilitychange', look);
  document.addEventListener('freeze', look);
  document.addEventListener('resume', look);
  // A page that the browser had put by comes back with all that was in it, past a lock that was opened meanwhile.
  addEventListener('pageshow', ({ persisted }) => (persisted && locks() ? leave() : look()));
  look();
}

/** Clears the screen, and loads the page anew: with this one end all keys and words that it had in memory (LCK-9). */
export function leave(): void {
  cover(true);
  location.reload();
}

function cover(covered: boolean): void {
  document.body.style.visibility = covered ? 'hidden' : '';
}

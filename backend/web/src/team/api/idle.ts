/**
 * How long a screen that nobody touches keeps a seeker's words: time enough to read a long message and to think, and too short for who sits
 * down at the desk next, or walks by.
 */
export const clearedAfter = 5 * 60_000;
const looksEvery = 1_000;
/** A touch, a key, a turn of the wheel: what only somebody who is there does. A pointer that moves may be a cat, or a train. */
const touches = ['pointerdown', 'keydown', 'wheel'] as const;

/** What happens when nobody is there any more, and when somebody is again. */
export interface IdleListener {
  readonly left: () => void;
  readonly back: () => void;
}

/** Notices that nobody has touched the screen for {@link clearedAfter}, also where the machine slept meanwhile. */
export class Idle {
  readonly #now: () => number;
  readonly #listener: IdleListener;
  #touchedAt: number;
  #left = false;

  /** `now` is in milliseconds; a clock that jumps either way counts as time that passed. */
  constructor(now: () => number, listener: IdleListener) {
    this.#now = now;
    this.#listener = listener;
    this.#touchedAt = now();
  }

  /** Somebody is there. What was over before she came is over for her, too. */
  touched(): void {
    this.look();
    this.#touchedAt = this.#now();
    if (!this.#left) return;
    this.#left = false;
    this.#listener.back();
  }

  look(): void {
    if (this.#left || Math.abs(this.#now() - this.#touchedAt) < clearedAfter) return;
    this.#left = true;
    this.#listener.left();
  }
}

/** Watches this page. */
export function watchIdle(listener: IdleListener): void {
  const idle = new Idle(() => Date.now(), listener);
  for (const touch of touches) {
    window.addEventListener(touch, () => idle.touched(), { capture: true, passive: true });
  }
  setInterval(() => idle.look(), looksEvery);
  // A browser slows the clocks of what is hidden, and a machine that sleeps stops them.
  document.addEventListener('visibilitychange', () => idle.look());
}

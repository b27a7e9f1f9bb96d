import { DoublePress } from '../model/double-press.js';

/** Ordinary pages of this host, made beforehand: one in Dutch, and one for everybody else. */
const ordinary = ['/pannenkoeken', '/pancakes'] as const;

/** Leaving fast (EXI-1 to EXI-5): what is on the screen goes first, then keys and state, then the page. */
export class Leaving {
  /** Lets go of keys and state, as far as there are any. */
  letGo: () => void = () => undefined;
  readonly #pressing = new DoublePress();
  /** Other tabs of this page, which would go on in this one's place. */
  readonly #tabs = 'BroadcastChannel' in window ? new BroadcastChannel('leave') : undefined;

  /** From here on two presses of Escape leave, whatever the page is doing. */
  constructor() {
    window.addEventListener(
      'keydown',
      ({ key, repeat, timeStamp }) => {
        if (this.#pressing.isSecond(key, repeat, timeStamp)) this.leave();
      },
      { capture: true },
    );
    if (this.#tabs !== undefined) this.#tabs.onmessage = () => this.#go();
  }

  readonly leave = (): void => {
    this.#go();
    this.#tabs?.postMessage('');
  };

  #go(): void {
    document.body.replaceChildren();
    try {
      this.letGo();
    } finally {
      // What is on its way ends here.
      window.stop();
      location.replace(ordinary[document.documentElement.lang === 'nl' ? 0 : 1]);
    }
  }
}

/** Fetches the ordinary pages with all that they are made of, so that later nobody has to be asked for them. */
export async function fetchOrdinary(): Promise<void> {
  for (const address of ordinary) {
    const text = await (await fetch(address, { priority: 'low' })).text();
    for (const [, file = ''] of text.matchAll(/"(\/assets\/[^"]+)"/g)) await fetch(file, { priority: 'low' });
  }
}

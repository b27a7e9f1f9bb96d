import type { Worker } from '@opstap/protocol/client/index';
import type { Expired, News } from '@opstap/protocol/live/event-stream';
import type { Environment } from '@opstap/protocol/session/environment';

/** What hearing of news needs from the page. */
export interface LiveListener {
  readonly heard: (news: News) => void;
  /** This device is on the server no more. */
  readonly gone: () => void;
  /** Whether news arrives by itself. */
  readonly stands: (standing: boolean) => void;
}

const shownAsLostAfter = 2_000;

/** Hears of what is new in any conversation of a device, by a live stream. */
export class Live {
  readonly #environment: () => Environment;
  readonly #listener: LiveListener;
  #following = false;
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(environment: () => Environment, listener: LiveListener) {
    this.#environment = environment;
    this.#listener = listener;
  }

  /** Begins unless it runs already. */
  async follow(worker: Worker): Promise<void> {
    if (this.#following) return;
    this.#following = true;
    const { follow } = await import('./client.js');
    const { heard, gone } = this.#listener;
    const expired = ({ conversation, capsule }: Expired) => {
      const found = worker.conversations.find(({ id }) => id === conversation);
      // What can't be forgotten now is said again with the next append that brings it.
      void found?.forgetCapsule(capsule).catch(() => undefined);
    };
    const { signal } = new AbortController();
    const end = await follow(worker.session, this.#environment(), heard, signal, expired);
    this.#following = false;
    if (end === 'gone') gone();
  }

  /** A stream ends with each session and stands again at once: only a longer pause is a lost connection. */
  streamIs(standing: boolean): void {
    clearTimeout(this.#lost);
    if (standing) this.#listener.stands(true);
    else this.#lost = setTimeout(() => this.#listener.stands(false), shownAsLostAfter);
  }
}

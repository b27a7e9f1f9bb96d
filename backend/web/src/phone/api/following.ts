import type { Seeker, SeekerConversation } from '@opstap/protocol/client/index';
import type { Expired } from '@opstap/protocol/live/event-stream';
import type { Environment } from '@opstap/protocol/session/environment';

/** What hearing of news needs from the page. */
export interface Listener {
  /** Brings the conversation up to date; it must not throw. */
  readonly sync: () => Promise<void>;
  /** The conversation is on the server no more. */
  readonly gone: () => void;
}

/** Hears of what is new in one conversation: by a live stream, or by looking at random moments where there is a relay. */
export class Following {
  readonly #environment: Environment;
  readonly #listener: Listener;
  #running: { readonly stop: AbortController; readonly relayed: boolean } | undefined;

  constructor(environment: Environment, listener: Listener) {
    this.#environment = environment;
    this.#listener = listener;
  }

  /** Begins unless it runs already. A stream ends, to be replaced, as soon as the directory names a relay. */
  async start(seeker: Seeker, conversation: SeekerConversation): Promise<void> {
    const { relayed } = seeker;
    if (this.#running?.relayed === relayed) return;
    this.stop();
    const running = { stop: new AbortController(), relayed };
    this.#running = running;
    try {
      await (relayed ? this.#poll(conversation, running.stop) : this.#follow(conversation, running.stop));
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  /** She looks or writes again: a pause that was drawn for quieter times is over, and what is brought up to date now begins anew. */
  wake(): void {
    if (this.#running?.relayed === true) this.stop();
  }

  stop(): void {
    this.#running?.stop.abort();
    this.#running = undefined;
  }

  async #poll(conversation: SeekerConversation, { signal }: AbortController): Promise<void> {
    const { poll } = await import('./client.js');
    const look = async () => {
      const before = conversation.view?.latest;
      await this.#listener.sync();
      return conversation.view?.latest !== before;
    };
    await poll(this.#environment, look, () => document.visibilityState === 'visible', signal);
  }

  async #follow(conversation: SeekerConversation, { signal }: AbortController): Promise<void> {
    const { follow } = await import('./client.js');
    const session = await conversation.session();
    const news = () => void this.#listener.sync();
    const expired = ({ capsule }: Expired) => void conversation.forgetCapsule(capsule).catch(() => undefined);
    if ((await follow(session, this.#environment, news, signal, expired)) === 'gone') this.#listener.gone();
  }
}

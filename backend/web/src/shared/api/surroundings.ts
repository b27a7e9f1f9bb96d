import type { Environment } from '@opstap/protocol/session/environment';

/** What the page hears of its connection. */
export interface ConnectionListener {
  /** A request was answered, or none was. */
  readonly reached: (answered: boolean) => void;
  /** A request has waited long for its answer, or one was answered. */
  readonly slow: (waits: boolean) => void;
  /** The live stream stands, or has ended. */
  readonly live: (standing: boolean) => void;
}

const longWait = 5_000;

/**
 * The platform's fetch and clock, watched: whether the server answers, whether the live stream stands, and how far this machine's
 * clock is off. The offset is learned once, from the first answer; later differences are the client's own to learn.
 */
export class Surroundings {
  /** Milliseconds to add to this machine's clock; null before the first answer. */
  #offset: number | null = null;
  #closed = false;
  readonly #listener: ConnectionListener;

  constructor(listener: ConnectionListener) {
    this.#listener = listener;
  }

  /** Milliseconds since 1970, by the server's clock as far as known. */
  now(): number {
    return Date.now() + (this.#offset ?? 0);
  }

  /** How far this machine's clock is behind the server's, in milliseconds. */
  get clockOffset(): number {
    return this.#offset ?? 0;
  }

  /** No request goes out any more. */
  close(): void {
    this.#closed = true;
  }

  get environment(): Partial<Environment> {
    return { fetch: (input, init) => this.#fetch(input, init), clock: () => this.now() };
  }

  async #fetch(input: string, init: RequestInit): Promise<Response> {
    if (this.#closed) throw new TypeError('the page was left');
    const { reached, slow } = this.#listener;
    const waiting = setTimeout(() => slow(true), longWait);
    let response: Response;
    try {
      response = await globalThis.fetch(input, init);
    } catch (error) {
      if (init.signal?.aborted !== true) reached(false);
      throw error;
    } finally {
      clearTimeout(waiting);
    }
    slow(false);
    this.#learn(response.headers.get('Date'));
    reached(response.status < 500);
    const streams = response.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
    return streams && response.body !== null ? this.#watch(response, response.body) : response;
  }

  #learn(date: string | null): void {
    const served = date === null ? Number.NaN : Date.parse(date);
    if (this.#offset !== null || Number.isNaN(served)) return;
    const difference = served - Date.now();
    // Headers have whole seconds, and answers take a while: less than this is no difference.
    this.#offset = Math.abs(difference) < 30_000 ? 0 : difference;
  }

  #watch(response: Response, body: ReadableStream<Uint8Array>): Response {
    const reader = body.getReader();
    const { live } = this.#listener;
    live(true);
    const watched = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          live(false);
          controller.close();
        } catch (error) {
          live(false);
          controller.error(error);
        }
      },
      cancel(reason) {
        live(false);
        return reader.cancel(reason);
      },
    });
    return new Response(watched, { status: response.status, headers: response.headers });
  }
}

import type { Subscribed } from '../shared/model/subscribed.js';

/** What a service worker has around it, as far as this one uses it: the page's own types know no such worker. */
export interface WorkerScope {
  addEventListener(type: 'install', heard: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', heard: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', heard: (event: AskedEvent) => void): void;
  addEventListener(type: 'push', heard: (event: LastingEvent) => void): void;
  addEventListener(type: 'notificationclick', heard: (event: TappedEvent) => void): void;
  readonly clients: {
    get(id: string): Promise<{ readonly url: string } | undefined>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly WindowClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly registration: Subscribed & {
    showNotification(
      title: string,
      options: { readonly tag: string; readonly silent: boolean },
    ): Promise<void>;
    getNotifications(): Promise<readonly Shown[]>;
  };
  readonly location: { readonly origin: string };
}

/** An event that the worker lives on for, as long as the work takes. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  readonly clientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface AskedEvent extends LastingEvent {
  readonly data: unknown;
  readonly source: { postMessage(message: unknown): void } | null;
}

/** A notice that was tapped. */
export interface TappedEvent extends LastingEvent {
  readonly notification: Shown;
}

export interface Shown {
  close(): void;
}

/** An open page of this host. */
export interface WindowClient {
  readonly url: string;
  readonly visibilityState: 'visible' | 'hidden';
  focus(): Promise<unknown>;
}

/** What of a request matters here. */
export interface Wanted {
  readonly url: string;
  readonly method: string;
  readonly mode: string;
}

/**
 * What the worker answers by itself: the phone's page when it is opened, and the files that pages are made of. Undefined is everything else,
 * which goes to the server as if there were no worker: the team's page, every request of a client, and what goes elsewhere (REL-6).
 */
export function wantedOf({ url, method, mode }: Wanted, origin: string): 'page' | 'asset' | undefined {
  const asked = new URL(url);
  if (method !== 'GET' || asked.origin !== origin) return undefined;
  if (asked.pathname === '/') return mode === 'navigate' ? 'page' : undefined;
  return asked.pathname.startsWith('/assets/') ? 'asset' : undefined;
}

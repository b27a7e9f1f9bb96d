import { hasCode } from '../problem/opstap-error.js';
import type { Environment } from '../session/environment.js';
import { backoff } from '../session/retry.js';
import type { SeatSession } from '../session/seat-session.js';
import { type Expired, type News, readEvents } from './event-stream.js';

/** A stream that says nothing for this long, in milliseconds, is taken for dead: the server is heard every 20 seconds. */
const silence = 50_000;

/** A node that stops sends all its streams away at once; they come back spread over this many milliseconds (LOG-18). */
const spread = 5_000;

/** How following ended: by the caller's signal, or because the seat is gone. */
export type FollowEnd = 'stopped' | 'gone';

/**
 * Follows the live stream until the signal aborts, connecting again with growing pauses when it ends. A lost stream loses nothing:
 * each new one begins with `news` for every conversation, and what is new is fetched after the client's own cursor (LOG-17). What
 * replaced a stream may be an earlier request of this same client that was answered late and that nobody reads: so it comes back then, too.
 * `onExpired` hears of capsules that wake nobody any more.
 */
export async function follow(
  session: SeatSession,
  environment: Environment,
  onNews: (news: News) => void,
  signal: AbortSignal,
  onExpired: (expired: Expired) => void = () => undefined,
): Promise<FollowEnd> {
  for (let failures = 0; !signal.aborted; ) {
    const ended = await followOnce(session, onNews, signal, onExpired);
    if (ended === 'gone') return ended;
    failures = ended === 'unheard' ? failures + 1 : 0;
    const jitter = environment.jitter();
    const pause =
      ended === 'replaced'
        ? spread * (1 + jitter)
        : ended === 'sent-away'
          ? spread * jitter
          : backoff(Math.max(1, failures), jitter);
    if (!signal.aborted) await environment.sleep(pause, signal);
  }
  return 'stopped';
}

async function followOnce(
  session: SeatSession,
  onNews: (news: News) => void,
  signal: AbortSignal,
  onExpired: (expired: Expired) => void,
): Promise<'heard' | 'unheard' | 'sent-away' | 'replaced' | 'gone'> {
  const connection = new AbortController();
  const abort = () => connection.abort();
  signal.addEventListener('abort', abort);
  let timer = setTimeout(abort, silence);
  let heard = false;
  try {
    const target = '/v1/events';
    const headers = { Accept: 'text/event-stream' };
    const response = await session.stream({ method: 'GET', target, headers, signal }, connection.signal);
    if (response.body === null) return 'unheard';
    const listen = () => {
      heard = true;
      clearTimeout(timer);
      timer = setTimeout(abort, silence);
    };
    for await (const event of readEvents(response.body, listen)) {
      if (event.kind === 'replaced') return 'replaced';
      if (event.kind === 'reconnect') return 'sent-away';
      if (event.kind === 'expired') onExpired(event.expired);
      else onNews(event.news);
    }
  } catch (error) {
    if (hasCode(error, 'signature-invalid', 'seat-moved')) return 'gone';
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    connection.abort();
  }
  return heard ? 'heard' : 'unheard';
}

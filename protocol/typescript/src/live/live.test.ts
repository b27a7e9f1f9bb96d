import { describe, expect, test } from 'vitest';
import { randomId } from '../id/branded-id.js';
import { environment } from '../session/environment.js';
import { HttpTransport } from '../session/http-transport.js';
import { generateSeatKey } from '../session/seat-key.js';
import { SeatSession } from '../session/seat-session.js';
import { ServerClock } from '../session/server-clock.js';
import { type LiveEvent, type News, readEvents } from './event-stream.js';
import { follow } from './follow.js';

const conversation = randomId('cnv');
const news = (latest: number) =>
  `event: news\ndata: {"conversation":"${conversation}","latest":${latest}}\n\n`;

function streamOf(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
}

async function eventsOf(...pieces: readonly string[]): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  for await (const event of readEvents(streamOf(...pieces), () => undefined)) events.push(event);
  return events;
}

describe('an event stream', () => {
  test('gives news, however its bytes were cut', async () => {
    const text = `: hello\n\n${news(3)}${news(4).replaceAll('\n', '\r\n')}`;
    expect(await eventsOf(...text)).toEqual([
      { kind: 'news', news: { conversation, latest: 3 } },
      { kind: 'news', news: { conversation, latest: 4 } },
    ]);
  });

  test('tells of a capsule that wakes nobody any more (PUS-13)', async () => {
    const expired = { conversation, capsule: 'AAECAwQFBgcICQoLDA0ODw' };
    const text = `event: capsule-expired\ndata: ${JSON.stringify(expired)}\n\n`;
    expect(await eventsOf(text)).toEqual([{ kind: 'expired', expired }]);
    const stop = new AbortController();
    const { session, parts } = following([() => new Response(streamOf(text, news(2)))], stop);
    const heard: unknown[] = [];
    const hear = (each: unknown) => heard.push(each);
    await follow(session, parts, hear, stop.signal, hear);
    expect(heard).toEqual([expired, { conversation, latest: 2 }]);
  });

  test('leaves out what it does not know or can not read', async () => {
    const text = `event: capsule-expired\ndata: {}\n\nevent: beat\ndata: {}\n\nevent: news\ndata: {"conversation":"x"}\n\nevent: replaced\ndata: {}\n\n`;
    expect(await eventsOf(text)).toEqual([{ kind: 'replaced' }]);
  });

  test('ends at an event without end', async () => {
    expect(await eventsOf(`data: ${'x'.repeat(5000)}`, news(1))).toEqual([]);
  });
});

/** A session whose stream requests are answered from a list; the rest of the session routes always work. */
function following(answers: (() => Response)[], stop: AbortController, jitter = 0) {
  const waits: number[] = [];
  const parts = environment({
    fetch: async (url) => {
      const { pathname } = new URL(url);
      if (pathname === '/v1/session-challenges')
        return Response.json({ challenge: 'AAAA', serverTime: '2026-11-21T10:00:00Z' });
      if (pathname === '/v1/sessions') return Response.json({ session: 's', key: 'A'.repeat(43) });
      const answer = answers.shift();
      if (answer !== undefined) return answer();
      stop.abort();
      throw new TypeError('stopped');
    },
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    jitter: () => jitter,
  });
  const transport = new HttpTransport('http://127.0.0.1:9', parts);
  const session = new SeatSession(
    transport,
    randomId('psn'),
    generateSeatKey(),
    new ServerClock(parts.clock),
  );
  return { session, parts, waits };
}

describe('following', () => {
  test('connects again after a lost stream and hears what is new then (LOG-17)', async () => {
    const stop = new AbortController();
    const streams = [() => new Response(streamOf(news(1))), () => new Response(streamOf(news(7), news(8)))];
    const { session, parts, waits } = following(streams, stop);
    const heard: News[] = [];
    expect(await follow(session, parts, (each) => heard.push(each), stop.signal)).toBe('stopped');
    expect(heard.map(({ latest }) => latest)).toEqual([1, 7, 8]);
    expect(waits.length).toBeGreaterThanOrEqual(2);
  });

  test('comes back where another stream of the same seat replaced it, which may be a late one of its own', async () => {
    const stop = new AbortController();
    const streams = [
      () => new Response(streamOf('event: replaced\ndata: {}\n\n')),
      () => new Response(streamOf(news(4))),
    ];
    const { session, parts, waits } = following(streams, stop, 0.5);
    const heard: News[] = [];
    expect(await follow(session, parts, (each) => heard.push(each), stop.signal)).toBe('stopped');
    expect(heard.map(({ latest }) => latest)).toEqual([4]);
    expect(waits[0]).toBe(7500);
  });

  test('comes back after a random pause when its node stops (LOG-18)', async () => {
    const reconnect = () => new Response(streamOf(news(1), 'event: reconnect\ndata: {}\n\n', news(2)));
    const pauses: (number | undefined)[] = [];
    for (const jitter of [0, 0.5, 0.999]) {
      const stop = new AbortController();
      const streams = [reconnect, () => new Response(streamOf(news(3)))];
      const { session, parts, waits } = following(streams, stop, jitter);
      const heard: News[] = [];
      expect(await follow(session, parts, (each) => heard.push(each), stop.signal)).toBe('stopped');
      expect(heard.map(({ latest }) => latest)).toEqual([1, 3]);
      pauses.push(waits[0]);
    }
    expect(pauses).toEqual([0, 2500, 4995]);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { batchSize } from '../../src/admission/blinded-batch.js';
import { FakeServer } from '../fixture/fake-server.js';
import { firstIssuer } from '../fixture/test-issuer.js';
import { link } from '../scenario/linker.js';
import { type Watched, watch } from '../scenario/watching.js';

const phones = 40;
const modulus = BigInt(`0x${Buffer.from(firstIssuer.publicKey.encoded.subarray(-261, -5)).toString('hex')}`);

afterEach(() => {
  vi.restoreAllMocks();
});

async function seen(): Promise<Watched> {
  const server = new FakeServer();
  const { operatorKey } = server.directory;
  return watch({ baseUrl: 'http://server.test', operatorKey, fetch: server.fetch }, phones, batchSize);
}

/** How many of the tokens are linked to the phone that they are of. */
function linkedIn({ issued, redeemed }: Watched): number {
  const guesses = link(issued, redeemed, modulus);
  return redeemed.filter(({ phone }, at) => issued[guesses[at] ?? -1]?.phone === phone).length;
}

/** Has every blinding factor be 1: the one draw of 256 bytes. */
function withoutBlinding(): void {
  const draw = crypto.getRandomValues.bind(crypto);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((target) => {
    if (target instanceof Uint8Array && target.length === 256) return target.fill(0).fill(1, 255);
    return draw(target);
  });
}

describe('somebody who has every byte of 200 requests for tokens and of 200 tokens spent', () => {
  let once: Promise<Watched> | undefined;
  const watchedOnce = () => {
    once ??= seen();
    return once;
  };

  test('links no more of them than by chance (ADM-7, PRS-4)', async () => {
    const watched = await watchedOnce();
    expect(watched.issued.length).toBe(200);
    expect(watched.redeemed.length).toBe(200);
    // By chance 5 on average, and more than 16 once in fifty thousand runs.
    expect(linkedIn(watched)).toBeLessThanOrEqual(16);
  });

  test('links them all where the blinding factor is 1', async () => {
    withoutBlinding();
    expect(linkedIn(await seen())).toBe(200);
  });

  test('links them all where each phone sends a mark of its own along', async () => {
    const watched = await watchedOnce();
    const marks = Array.from({ length: phones }, () => crypto.getRandomValues(new Uint8Array(16)));
    const marked = <T extends { bytes: Uint8Array; phone: number }>(each: T): T => ({
      ...each,
      bytes: Uint8Array.from([...each.bytes, ...(marks[each.phone] ?? [])]),
    });
    const linked = { issued: watched.issued.map(marked), redeemed: watched.redeemed.map(marked) };
    expect(linkedIn(linked)).toBe(200);
  });
});

import { openSeeker } from '../../src/client/index.js';
import { decodeBatchedTokenRequest } from '../../src/privacypass/batched-token-request.js';
import { decodeBatchedTokenResponse } from '../../src/privacypass/batched-token-response.js';
import { readPrivateTokenCredentials } from '../../src/privacypass/private-token.js';
import type { Environment } from '../../src/session/environment.js';
import { MemoryStorage } from '../../src/storage/memory-storage.js';
import { concatBytes } from '../../src/wire/bytes.js';
import type { Issued, Redeemed } from './linker.js';

type Fetch = Environment['fetch'];
type Bytes = Uint8Array<ArrayBuffer>;

/** Where phones are watched. */
export interface WatchedWorld {
  readonly baseUrl: string;
  readonly operatorKey: Uint8Array;
  readonly fetch: Fetch;
}

/** All that the server saw of some phones, and whose it was, which only the phones know. */
export interface Watched {
  readonly issued: readonly (Issued & { readonly phone: number })[];
  readonly redeemed: readonly (Redeemed & { readonly phone: number })[];
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly sent: Bytes;
  readonly answered: Bytes;
}

/** Has phones get tokens, and then spend them in an order of no meaning; writes down every byte that goes either way. */
export async function watch(world: WatchedWorld, phones: number, tokensOfEach: number): Promise<Watched> {
  const all = await Promise.all(Array.from({ length: phones }, () => phoneIn(world)));
  const issued: Watched['issued'][number][] = [];
  for (const [phone, { seeker, exchanges }] of all.entries()) {
    await seeker.prepare();
    issued.push(...issuedIn(exchanges).map((each) => ({ ...each, phone })));
    exchanges.splice(0);
  }
  const redeemed: Watched['redeemed'][number][] = [];
  for (const phone of shuffled(all.flatMap((_, at) => Array.from({ length: tokensOfEach }, () => at)))) {
    const watched = all[phone];
    if (watched === undefined) throw new Error('no such phone');
    const { seeker, exchanges } = watched;
    const programme = seeker.directory.holding?.release.content.programmes[0]?.id;
    if (programme === undefined) throw new Error('no programme');
    await (await seeker.begin(programme)).session();
    redeemed.push(...redeemedIn(exchanges).map((each) => ({ ...each, phone })));
    exchanges.splice(0);
  }
  return { issued, redeemed };
}

async function phoneIn({ baseUrl, operatorKey, fetch }: WatchedWorld) {
  const exchanges: Exchange[] = [];
  const options = { baseUrl, operatorKey, storage: new MemoryStorage() };
  const seeker = await openSeeker({ ...options, environment: { fetch: writingDown(fetch, exchanges) } });
  await seeker.directory.refresh();
  exchanges.splice(0);
  return { seeker, exchanges };
}

function writingDown(fetch: Fetch, exchanges: Exchange[]): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const answered = new Uint8Array(await answer.arrayBuffer());
    exchanges.push({
      method: init.method ?? 'GET',
      path: new URL(url).pathname,
      headers: new Headers(init.headers),
      sent: init.body instanceof Uint8Array ? Uint8Array.from(init.body) : new Uint8Array(),
      answered,
    });
    const { status, headers } = answer;
    return new Response(answered.length === 0 ? null : answered, { status, headers });
  };
}

/** Each signature with all that its phone sent and got meanwhile: the puzzle, its solution, the other requests of the batch. */
function issuedIn(exchanges: readonly Exchange[]): readonly Issued[] {
  const bytes = concatBytes(...exchanges.map(bytesOf));
  return exchanges
    .filter(({ path }) => path === '/v1/admission/tokens')
    .flatMap(({ sent, answered }) => {
      const signatures = decodeBatchedTokenResponse(answered);
      return decodeBatchedTokenRequest(sent).map(({ blindedMessage }, at) => {
        const blindSignature = signatures[at] ?? new Uint8Array();
        return { blindedMessage, blindSignature, bytes };
      });
    });
}

function redeemedIn(exchanges: readonly Exchange[]): readonly Redeemed[] {
  return exchanges
    .filter(({ method, path }) => method === 'POST' && path === '/v1/pseudonyms')
    .flatMap((exchange) => {
      const authorization = exchange.headers.get('Authorization');
      if (authorization === null) return [];
      return [{ token: readPrivateTokenCredentials(authorization), bytes: bytesOf(exchange) }];
    });
}

/** Everything of an exchange, and again what its base64 stands for. */
function bytesOf({ method, path, headers, sent, answered }: Exchange): Bytes {
  const text = `${method} ${path}\n${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`;
  const texts = [text, Buffer.from(sent).toString('latin1'), Buffer.from(answered).toString('latin1')];
  const decoded = texts.flatMap((each) =>
    [...each.matchAll(/[\w+/-]{11,}/g)].map(([piece]) => Uint8Array.from(Buffer.from(piece, 'base64'))),
  );
  return concatBytes(new TextEncoder().encode(text), sent, answered, ...decoded);
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, order: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((left, right) => left.order - right.order)
    .map(({ value }) => value);
}

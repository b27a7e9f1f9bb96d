// Has phones get and spend tokens at a fresh server, takes everything that it received and kept, and tries to link the two.
//   npm run linking -- [--phones 40]
// Ends with one line of JSON, and with 1 where more was linked than by chance, or where a server kept what it signed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AdmissionRequests } from '../../src/admission/admission-requests.js';
import { batchSize } from '../../src/admission/blinded-batch.js';
import { insecureDescribeServer } from '../../src/client/index.js';
import { keysAt } from '../../src/privacypass/issuer-directory.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import { link } from './linker.js';
import { filesIn } from './plaintext-search.js';
import { SampleDatabase } from './sample-database.js';
import { ServerProcess } from './server-process.js';
import { type Watched, watch } from './watching.js';

const { values: options } = parseArgs({ options: { phones: { type: 'string', default: '40' } } });
const phones = Number(options.phones);
/** So many bytes of something are looked for. */
const pieceLength = 16;

/** How many of some values, each given by bytes of it, lie anywhere in some files: as they are, or in hexadecimal. */
function countKept(values: readonly (readonly Uint8Array[])[], files: readonly Buffer[]): number {
  const beginnings = new Map<number, { value: number; form: Buffer }[]>();
  for (const [value, parts] of values.entries()) {
    for (const form of parts.flatMap(formsOf)) {
      const beginning = form.readUIntBE(0, 3);
      beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), { value, form }]);
    }
  }
  // By three bytes it is soon seen where nothing can be: each file is walked through once, whatever is looked for.
  const possible = new Uint8Array(1 << 24);
  for (const beginning of beginnings.keys()) possible[beginning] = 1;
  const found = new Set<number>();
  for (const file of files) {
    let last = 0;
    for (let at = 0; at < file.length; at += 1) {
      last = ((last << 8) | (file[at] ?? 0)) & 0xffffff;
      if (possible[last] !== 1) continue;
      for (const { value, form } of beginnings.get(last) ?? []) {
        if (file.subarray(at - 2, at - 2 + form.length).equals(form)) found.add(value);
      }
    }
  }
  return found.size;
}

function formsOf(bytes: Uint8Array): readonly Buffer[] {
  const piece = Buffer.from(bytes.subarray(0, pieceLength));
  const text = piece.toString('hex');
  return [piece, Buffer.from(text), Buffer.from(text.toUpperCase())];
}

async function observe(server: ServerProcess): Promise<Watched & { readonly modulus: bigint }> {
  const transport = new HttpTransport(server.baseUrl, environment());
  const { operatorKey } = await insecureDescribeServer(transport);
  const [key] = keysAt(await new AdmissionRequests(transport).issuerDirectory(), Date.now());
  if (key === undefined) throw new Error('the issuer has no key');
  const modulus = BigInt(`0x${Buffer.from(key.encoded.subarray(-261, -5)).toString('hex')}`);
  const fetch = environment().fetch;
  const watched = await watch({ baseUrl: server.baseUrl, operatorKey, fetch }, phones, batchSize);
  return { ...watched, modulus };
}

function linkedIn({ issued, redeemed, modulus }: Watched & { readonly modulus: bigint }): number {
  const guesses = link(issued, redeemed, modulus);
  return redeemed.filter(({ phone }, at) => issued[guesses[at] ?? -1]?.phone === phone).length;
}

/** A build whose blinding factor is always 1. */
async function withoutBlinding<T>(run: () => Promise<T>): Promise<T> {
  const draw = crypto.getRandomValues;
  const one: typeof draw = (target) => {
    if (target instanceof Uint8Array && target.length === 256) target.fill(0).fill(1, 255);
    else draw.call(crypto, target);
    return target;
  };
  crypto.getRandomValues = one;
  try {
    return await run();
  } finally {
    crypto.getRandomValues = draw;
  }
}

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'opstap-linking-'));
  const server = await ServerProcess.start(join(folder, 'data'), join(folder, 'server.log'));
  try {
    const real = await observe(server);
    const database = new SampleDatabase(server.data);
    const kept = [await database.dump(), ...(await filesIn(database.folder)), await readFile(server.log)];
    const spoilt = await withoutBlinding(() => observe(server));
    const tokens = real.redeemed.length;
    const chance = tokens / phones;
    const found = {
      issued: real.issued.length,
      redeemed: tokens,
      linked: linkedIn(real),
      byChance: chance,
      linkedWithoutBlinding: linkedIn(spoilt),
      keptOfIssuance: countKept(
        real.issued.map(({ blindedMessage, blindSignature }) => [
          blindedMessage.subarray(32),
          blindSignature.subarray(32),
        ]),
        kept,
      ),
      keptOfRedemption: countKept(
        real.redeemed.map(({ token }) => [token.nonce]),
        kept,
      ),
    };
    console.log(JSON.stringify(found));
    // Five standard deviations of what chance gives.
    const most = chance + 5 * Math.sqrt(chance);
    const good =
      found.linked <= most &&
      found.linkedWithoutBlinding === tokens &&
      found.keptOfIssuance === 0 &&
      // The search finds what is there: each nonce is kept.
      found.keptOfRedemption === tokens;
    return good ? 0 : 1;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();

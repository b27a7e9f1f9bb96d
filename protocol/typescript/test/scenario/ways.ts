import type { TappedLine } from '../fixture/tapped-line.js';
import type { TestRelay } from '../fixture/test-relay.js';
import { check, say } from './telling.js';

/** What was between her phone and the server. */
export interface Ways {
  readonly relay: TestRelay;
  /** From the relay to the server. */
  readonly line: TappedLine;
  /** The paths that her phone asked the server itself for. */
  readonly direct: readonly string[];
}

/** Of an X-Wing request: what stands in front of the ciphertext. */
const front = 7 + 1120;

/** Says who saw what on the way, having checked it. */
export function tellWays({ relay, line, direct }: Ways): void {
  check(
    direct.every((path) => path.startsWith('/v1/directory/')),
    'only the directory was fetched straight',
  );
  const requests = relay.seen.filter(({ path }) => path === '/ohttp');
  const sizes = [...new Set(requests.map(({ length }) => length))].sort((one, other) => one - other);
  const first = requests[0]?.body ?? Buffer.alloc(0);
  const ciphertext = first.subarray(front, front + 20).toString('hex');
  const looked = ['/v1/', 'psn_', 'cnv_', 'opstap', 'signature'];
  check(sizes.length <= 4, 'requests have four sizes at most');
  check(
    !looked.some((each) => relay.seen.some(({ body, path }) => body.includes(each) || path.includes(each))),
    'the relay sees no path and no identifier',
  );
  const names = [...new Set(line.headerLines.map(([name]) => name))].sort();
  check(
    names.every((name) => ['accept', 'connection', 'content-length', 'content-type', 'host'].includes(name)),
    'the relay passes nothing on that says who asks',
  );
  say('relay', `the phone’s address, ${requests.length} requests to /ohttp and the gateway’s public keys`);
  say(
    'relay',
    `ciphertext of ${sizes.join(' or ')} bytes, such as ${ciphertext}…; no path, no pseudonym, no answer`,
  );
  say('server', `for each of them the relay’s address, and these headers: ${names.join(', ')}`);
  say(
    'server',
    `from the phone’s own address: ${[...new Set(direct)].join(' and ')}, as everybody fetches them`,
  );
}

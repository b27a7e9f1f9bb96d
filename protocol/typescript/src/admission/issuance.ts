import { encodeBatchedTokenRequest } from '../privacypass/batched-token-request.js';
import { decodeBatchedTokenResponse } from '../privacypass/batched-token-response.js';
import { BlindTokenRequest } from '../privacypass/blind-token-request.js';
import { keysAt } from '../privacypass/issuer-directory.js';
import type { IssuerPublicKey } from '../privacypass/issuer-public-key.js';
import type { Token } from '../privacypass/token.js';
import type { TokenChallenge } from '../privacypass/token-challenge.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { AdmissionRequests } from './admission-requests.js';
import type { SolvePuzzle } from './puzzle-solver.js';

/** How many tokens a phone gets at once: enough for a while, and the same for everybody. */
export const batchSize = 5;
/** A puzzle that was solved too late is followed by another, so many times. */
const mostPuzzles = 3;

/** What getting tokens takes. */
export interface IssuanceParts {
  readonly transport: HttpTransport;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: () => number;
  readonly solve: SolvePuzzle;
  /** Whether the directory release that is held lists a key's id (PRS-2). */
  readonly lists: (tokenKeyId: Uint8Array) => Promise<boolean>;
}

/**
 * Gets a batch of tokens for a challenge, paid with work. All of them verify; throws where there is none (ADM-9).
 *
 * - `issuer-key-refused`: none of the keys that may be used is in the directory release (PRS-2); nothing was asked for.
 * - `puzzle-refused`: the puzzle asks too much (PRS-3).
 * - `tokens-refused`: the issuer's answer is no signature of the requests.
 * - problems, and `network-failure`.
 */
export async function getTokens(challenge: TokenChallenge, parts: IssuanceParts): Promise<readonly Token[]> {
  const requests = new AdmissionRequests(parts.transport);
  const directory = await requests.issuerDirectory();
  const key = await listedKey(keysAt(directory, parts.now()), parts);
  const blinded: BlindTokenRequest[] = [];
  while (blinded.length < batchSize) blinded.push(await BlindTokenRequest.create(challenge, key));
  const batch = encodeBatchedTokenRequest(blinded.map(({ request }) => request));
  for (let puzzles = 1; ; puzzles += 1) {
    try {
      const puzzle = await requests.puzzle();
      const solution = await parts.solve(puzzle, batch);
      const answer = await requests.sign(directory.issuerRequestUri, batch, puzzle, solution);
      return await unblinded(blinded, answer);
    } catch (error) {
      if (!hasCode(error, 'admission-challenge-expired') || puzzles === mostPuzzles) throw error;
    }
  }
}

async function listedKey(
  keys: readonly IssuerPublicKey[],
  { lists }: IssuanceParts,
): Promise<IssuerPublicKey> {
  for (const key of keys) {
    if (await lists(key.tokenKeyId)) return key;
  }
  throw new OpstapError('issuer-key-refused');
}

async function unblinded(
  blinded: readonly BlindTokenRequest[],
  answer: Uint8Array,
): Promise<readonly Token[]> {
  const signatures = decodeBatchedTokenResponse(answer);
  if (signatures.length !== blinded.length) throw new OpstapError('tokens-refused');
  const tokens: Token[] = [];
  for (const [at, request] of blinded.entries()) {
    const signature = signatures[at];
    const token = signature ? await request.finalize(signature) : undefined;
    if (token !== undefined) tokens.push(token);
  }
  if (tokens.length === 0) throw new OpstapError('tokens-refused');
  return tokens;
}

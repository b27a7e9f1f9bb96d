import type { ProgrammeId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { keysAt } from '../privacypass/issuer-directory.js';
import type { IssuerPublicKey } from '../privacypass/issuer-public-key.js';
import type { Token } from '../privacypass/token.js';
import type { TokenChallenge } from '../privacypass/token-challenge.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { AdmissionRequests, workProof } from './admission-requests.js';
import { BlindedBatch } from './blinded-batch.js';
import { cardProof } from './card-secret.js';
import type { HeldCard } from './held-card.js';
import type { SolvePuzzle } from './puzzle-solver.js';

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
  const { uri, batch } = await fresh(challenge, requests, parts);
  for (let puzzles = 1; ; puzzles += 1) {
    try {
      const puzzle = await requests.puzzle();
      const solution = await parts.solve(puzzle, batch.bytes);
      return await batch.tokensFrom(await requests.sign(uri, batch.bytes, workProof(puzzle, solution)));
    } catch (error) {
      if (!hasCode(error, 'admission-challenge-expired') || puzzles === mostPuzzles) throw error;
    }
  }
}

/**
 * Gets a batch of tokens for a challenge, paid with a use of a card. `keep` keeps the batch before it is sent; a card that comes with
 * one asks for that again, to the byte, and pays nothing a second time (PRS-8). Throws as {@link getTokens} does.
 */
export async function getTokensForCard(
  challenge: TokenChallenge,
  parts: IssuanceParts,
  card: HeldCard,
  keep: (batch: JsonValue) => Promise<void>,
): Promise<readonly Token[]> {
  const requests = new AdmissionRequests(parts.transport);
  const proof = cardProof(card.secret);
  const known = card.batch === null ? undefined : decodedOrUndefined(card.batch);
  if (known !== undefined) {
    try {
      const { issuerRequestUri } = await requests.issuerDirectory();
      return await known.tokensFrom(await requests.sign(issuerRequestUri, known.bytes, proof));
    } catch (error) {
      // Its month is over: no answer to it is worth anything any more.
      if (!hasCode(error, 'issuer-key-unknown')) throw error;
    }
  }
  const { uri, batch } = await fresh(challenge, requests, parts);
  await keep(batch.encodeWithSecrets());
  return batch.tokensFrom(await requests.sign(uri, batch.bytes, proof));
}

/** Whose card it is, also where it has no use left. Throws `card-invalid`, further problems, and `network-failure`. */
export function programmeOfCard(secret: Bytes, { transport }: IssuanceParts): Promise<ProgrammeId> {
  return new AdmissionRequests(transport).programmeOfCard(secret);
}

async function fresh(challenge: TokenChallenge, requests: AdmissionRequests, parts: IssuanceParts) {
  const directory = await requests.issuerDirectory();
  const key = await listedKey(keysAt(directory, parts.now()), parts);
  return { uri: directory.issuerRequestUri, batch: await BlindedBatch.create(challenge, key) };
}

function decodedOrUndefined(batch: JsonValue): BlindedBatch | undefined {
  try {
    return BlindedBatch.decodeWithSecrets(batch);
  } catch {
    return undefined;
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

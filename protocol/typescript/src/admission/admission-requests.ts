import { type ProgrammeId, parseId } from '../id/branded-id.js';
import { type Bytes, toBase64 } from '../json/base64url.js';
import { objectOf, textOf } from '../json/json-value.js';
import {
  type IssuerDirectory,
  issuerDirectoryPath,
  issuerDirectoryType,
  parseIssuerDirectory,
} from '../privacypass/issuer-directory.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import { cardProof } from './card-secret.js';
import { decodePuzzle, type Puzzle } from './puzzle.js';

const batchRequestType = 'application/private-token-generic-batch-request';
const batchResponseType = 'application/private-token-generic-batch-response';

/** The value of `Opstap-Admission` that shows a solution. */
export function workProof({ challenge }: Puzzle, solution: Bytes): string {
  return `challenge=:${toBase64(challenge)}:, solution=:${toBase64(solution)}:`;
}

/** The requests by which a phone gets tokens; none of them says for what. Each throws a problem or `network-failure`. */
export class AdmissionRequests {
  readonly #transport: HttpTransport;

  constructor(transport: HttpTransport) {
    this.#transport = transport;
  }

  /** The issuer's keys; throws a `MalformedDocumentError` for what is no directory. */
  async issuerDirectory(): Promise<IssuerDirectory> {
    const { bytes } = await this.#retried(() =>
      this.#transport.sendForBytes({
        method: 'GET',
        target: issuerDirectoryPath,
        headers: { Accept: `${issuerDirectoryType}, application/problem+json` },
      }),
    );
    return parseIssuerDirectory(bytes);
  }

  /** A fresh puzzle. Throws `puzzle-refused` for one that asks too much of a phone. */
  async puzzle(): Promise<Puzzle> {
    const { body } = await this.#retried(() =>
      this.#transport.send({ method: 'POST', target: '/v1/admission/challenges', body: {} }),
    );
    return decodePuzzle(body);
  }

  /** Whose card it is; that costs no use of it. */
  async programmeOfCard(secret: Bytes): Promise<ProgrammeId> {
    const { body } = await this.#retried(() =>
      this.#transport.send({
        method: 'POST',
        target: '/v1/admission/card-programmes',
        body: {},
        headers: { 'Opstap-Admission': cardProof(secret) },
      }),
    );
    const { programme } = objectOf(body);
    return parseId('prg', textOf(programme));
  }

  /** The answer to a batch that a proof pays for. Sent again as it is where the answer was lost: it costs nothing a second time. */
  async sign(uri: string, batch: Bytes, proof: string): Promise<Bytes> {
    const target = this.#targetOf(uri);
    const { bytes } = await this.#retried(() =>
      this.#transport.sendForBytes({
        method: 'POST',
        target,
        binary: { mediaType: batchRequestType, bytes: batch },
        headers: { Accept: `${batchResponseType}, application/problem+json`, 'Opstap-Admission': proof },
      }),
    );
    return bytes;
  }

  /** Path and query of an address that has to be on this very server: a page talks to nobody else (PAG-1). */
  #targetOf(uri: string): string {
    const directory = this.#transport.url(issuerDirectoryPath);
    const { origin, pathname, search } = new URL(uri, directory);
    if (origin !== directory.origin) throw new OpstapError('issuer-elsewhere');
    return `${pathname}${search}`;
  }

  #retried<T>(attempt: () => Promise<T>): Promise<T> {
    return withRetry(this.#transport.environment, attempt);
  }
}

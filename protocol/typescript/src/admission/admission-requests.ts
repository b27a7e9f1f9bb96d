import type { Bytes } from '../json/base64url.js';
import { toBase64 } from '../json/base64url.js';
import {
  type IssuerDirectory,
  issuerDirectoryPath,
  issuerDirectoryType,
  parseIssuerDirectory,
} from '../privacypass/issuer-directory.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import { decodePuzzle, type Puzzle } from './puzzle.js';

const batchRequestType = 'application/private-token-generic-batch-request';
const batchResponseType = 'application/private-token-generic-batch-response';

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

  /** The answer to a batch, paid with a solution. Sent again as it is where the answer was lost: it costs no second solution. */
  async sign(uri: string, batch: Bytes, puzzle: Puzzle, solution: Bytes): Promise<Bytes> {
    const proof = `challenge=:${toBase64(puzzle.challenge)}:, solution=:${toBase64(solution)}:`;
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

import { Admission } from '../admission/admission.js';
import type { SolvePuzzle } from '../admission/puzzle-solver.js';
import { pseudonymIn } from '../conversation/conversation-view.js';
import type { LogRecord } from '../conversation/log-record.js';
import type { MembershipRules } from '../mls/membership.js';
import { type Environment, environment } from '../session/environment.js';
import { HttpTransport } from '../session/http-transport.js';
import { ServerClock } from '../session/server-clock.js';
import type { Storage } from '../storage/storage.js';
import type { DeriveRoot } from '../vault/vault-keys.js';
import { priceOf } from './conversation-price.js';
import { DirectoryClient } from './directory-client.js';
import { RelayedFetch } from './relayed-fetch.js';
import { ConversationRules, CredentialJudge, listsIssuerKey } from './trusted-directory.js';

/** What every client is opened with. */
export interface ClientOptions {
  /** Scheme and host of the server, with the port where it needs one. */
  readonly baseUrl: string;
  /** The operator's public key of 32 bytes, which a real client carries in its code. */
  readonly operatorKey: Uint8Array;
  readonly storage: Storage;
  /** Parts to replace: `fetch`, clock, waiting, jitter. */
  readonly environment?: Partial<Environment>;
  /** Where puzzles are solved; on the thread of the client unless something else is given. */
  readonly solve?: SolvePuzzle;
  /** Where the root of a return phrase is made; on the thread of the client unless something else is given. */
  readonly deriveRoot?: DeriveRoot;
}

/** What the seeker's and the worker's client share. */
export interface ClientParts {
  /** For what is done as somebody: under a pseudonym through the directory's relay where it names one (OHT-17). */
  readonly transport: HttpTransport;
  readonly storage: Storage;
  readonly clock: ServerClock;
  readonly directory: DirectoryClient;
  readonly judge: CredentialJudge;
  readonly admission: Admission;
  /** The rules of a conversation's groups, once the server has said what conversation it is; they follow its word in the record. */
  readonly rulesFor: (record: () => LogRecord) => MembershipRules | undefined;
}

export async function openParts(options: ClientOptions, way: 'direct' | 'relayed'): Promise<ClientParts> {
  const direct = new HttpTransport(options.baseUrl, environment(options.environment));
  const clock = new ServerClock(direct.environment.clock);
  const directory = await DirectoryClient.load(direct, options.storage, options.operatorKey, clock);
  const transport = way === 'direct' ? direct : relayed(options.baseUrl, direct.environment, directory);
  const judge = new CredentialJudge(
    () => directory.holding,
    () => clock.now(),
  );
  const admission = new Admission(options.storage, {
    transport,
    now: () => clock.now(),
    solve: options.solve ?? solveHere,
    opensByCard: (programme) => priceOf(directory.holding, programme, clock.now()).cardsOnly,
    lists: async (tokenKeyId) =>
      listsIssuerKey(directory.holding, tokenKeyId) || listsIssuerKey(await directory.refresh(), tokenKeyId),
  });
  const rulesFor = (record: () => LogRecord) => {
    const { view } = record();
    const pseudonym = view === null ? undefined : pseudonymIn(view);
    if (pseudonym === undefined) return undefined;
    // A seat that was opened by what is yet to be read is another one than that of who is in the group now.
    const seated = () => {
      const { view: now, cursor } = record();
      return now?.members.filter(({ joinedAt = 0 }) => joinedAt <= cursor).map(({ holder }) => holder) ?? [];
    };
    return new ConversationRules(pseudonym, judge, seated);
  };
  return { transport, storage: options.storage, clock, directory, judge, admission, rulesFor };
}

const solveHere: SolvePuzzle = async (puzzle, body, options) => {
  const { solvePuzzle } = await import('../admission/puzzle-solver.js');
  return solvePuzzle(puzzle, body, options);
};

function relayed(baseUrl: string, surroundings: Environment, directory: DirectoryClient): HttpTransport {
  const { fetch } = new RelayedFetch(surroundings, directory);
  return new HttpTransport(baseUrl, { ...surroundings, fetch });
}

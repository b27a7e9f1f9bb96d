import type { DeviceId, LeadId } from '../id/branded-id.js';
import type { PendingCommit } from '../mls/group.js';
import type { Member } from '../mls/membership.js';
import { asksForAnswer } from '../payload/payload.js';
import { encodePayload } from '../payload/payload-codec.js';
import { ProblemError } from '../problem/problem.js';
import type { Holder } from '../session/seat-session.js';
import { capsulesFor } from './capsules.js';
import type { ConversationRequests } from './conversation-requests.js';
import { type ConversationView, isPseudonym } from './conversation-view.js';
import type { LogItem } from './log-item.js';
import type { InFlight, LogRecord } from './log-record.js';
import type { LogState } from './log-state.js';
import type { LogVault } from './log-vault.js';
import { sameWanted, type WantedChange } from './wanted-change.js';

/** What became of the append in flight. */
export type FlushOutcome = 'taken' | 'dropped' | { readonly refused: string };

/** Problems after which the same change can be made anew, from what the log then holds. */
const conflicts = [
  'epoch-conflict',
  'removal-owed',
  'append-number-taken',
  'append-number-ahead',
  'welcome-not-claimed',
];

/**
 * Makes appends and brings them to the server: one in flight, stored with the new state before it is sent (E2E-7), the same bytes under
 * the same number until an answer is known (LOG-6).
 */
export class Appending {
  readonly #state: LogState;
  readonly #requests: ConversationRequests;
  #forget: () => void = () => undefined;

  constructor(state: LogState, requests: ConversationRequests) {
    this.#state = state;
    this.#requests = requests;
  }

  /** Encrypts a payload and stores it as the append in flight. */
  async prepareItem(item: LogItem, number: number): Promise<void> {
    const { group } = this.#state;
    if (group === undefined || item.payload === null) return;
    const encrypted = await group.encrypt(encodePayload(item.payload));
    await this.#state.save({
      group: encrypted.group,
      items: [{ ...item, state: 'in-flight' }],
      record: {
        inFlight: {
          append: {
            number,
            message: encrypted.message,
            welcome: null,
            removed: [],
            quiet: isQuiet(item),
            lead: null,
          },
          carries: { item: item.order },
        },
      },
    });
    encrypted.forget();
  }

  /** Stores a Commit as the append in flight, beside the old state (E2E-8). */
  async prepareCommit(
    commit: PendingCommit,
    generation: number,
    removed: readonly DeviceId[],
    number: number,
    lead: LeadId | null = null,
  ): Promise<void> {
    const append = {
      number,
      message: commit.message,
      welcome: commit.welcome ?? null,
      removed,
      quiet: false,
      lead,
    };
    await this.#state.save({
      pending: commit.group,
      record: { inFlight: { append, carries: { commit: generation } } },
    });
    this.#forget = commit.forget;
  }

  /**
   * Sends what is in flight, with the state as it is now where there is a vault, and stores what became of it; throws where no answer
   * came, or none that settles it.
   */
  async flush(vault: LogVault | null): Promise<FlushOutcome> {
    const { inFlight, view } = this.#state.record;
    if (inFlight === null || view === null) return 'dropped';
    try {
      const sequence =
        vault === null
          ? await this.#requests.append(inFlight.append, capsulesFor(this.#state))
          : await vault.carry((sealed) =>
              this.#requests.append(inFlight.append, capsulesFor(this.#state), sealed),
            );
      await this.#settle(inFlight, view, sequence);
      return 'taken';
    } catch (error) {
      if (!(error instanceof ProblemError) || staysInFlight(error)) throw error;
      const conflict = conflicts.includes(error.code);
      await this.#drop(inFlight, conflict ? 'waiting' : 'refused');
      return conflict ? 'dropped' : { refused: error.code };
    }
  }

  async #settle({ carries }: InFlight, view: ConversationView, sequence: number): Promise<void> {
    const { record, pending } = this.#state;
    const base = { inFlight: null, ...(sequence === record.cursor + 1 ? { cursor: sequence } : {}) };
    if ('item' in carries) {
      const item = this.#state.item(carries.item);
      const sent = item && { ...item, state: 'sent' as const, sequences: [...item.sequences, sequence] };
      await this.#state.save({ record: base, items: sent === undefined ? [] : [sent] });
      return;
    }
    const begins = carries.commit > record.generation;
    await this.#state.save({
      group: pending ?? null,
      pending: null,
      record: {
        ...base,
        generation: carries.commit,
        joined:
          pending === undefined
            ? record.joined
            : joinedAfter(record, view, pending.members, sequence, begins),
        ...(begins ? begun(record) : {}),
      },
    });
    this.#forget();
    this.#forget = () => undefined;
  }

  async #drop({ carries }: InFlight, state: 'waiting' | 'refused'): Promise<void> {
    const item = 'item' in carries ? this.#state.item(carries.item) : undefined;
    await this.#state.save({
      pending: null,
      record: { inFlight: null },
      items: item === undefined ? [] : [{ ...item, state }],
    });
  }

  /** Forgets a wanted change, because it is made or can't be. */
  async done(wanted: WantedChange): Promise<void> {
    await this.#state.save({
      record: (record) => ({
        wanted: record.wanted.filter((each) => !sameWanted(each, wanted)),
        restored: record.restored && wanted.kind !== 'update',
      }),
    });
  }
}

/** A new generation has new keys: there is nothing left to renew. */
function begun({ wanted, restored }: LogRecord): Partial<LogRecord> {
  const left = restored ? wanted.filter(({ kind }) => kind !== 'update') : wanted;
  return { standing: 'open', blindSince: 0, restored: false, wanted: left };
}

/** Only what is said for the first time, and asks for an answer or is one. */
function isQuiet({ payload, sentAgain }: LogItem): boolean {
  return !asksForAnswer(payload) || sentAgain > 0;
}

const notAboutIt = [
  'conversation-not-found',
  'vault-not-found',
  'vault-version',
  'vault-locator-taken',
  'vault-full',
];

/** Refusals that say nothing about the append itself. */
function staysInFlight({ code, status }: ProblemError): boolean {
  return status === 401 || status === 429 || status >= 500 || notAboutIt.includes(code);
}

/** Since when each member of the group reads, after an own Commit got its sequence (E2E-11). */
function joinedAfter(
  record: LogRecord,
  view: ConversationView,
  members: readonly Member[],
  sequence: number,
  begins: boolean,
): LogRecord['joined'] {
  const seated = new Set(view.members.map(({ holder }) => holder));
  const since = (holder: Holder) => {
    if (isPseudonym(holder)) return 0;
    const stayed = !begins || seated.has(holder);
    const known = stayed ? record.joined.get(holder) : undefined;
    // Whom a Commit brought in that could not be processed was there since that Commit, at the latest.
    return known ?? (stayed && record.blindSince > 0 ? record.blindSince : sequence);
  };
  return new Map(members.map(({ identity }) => [identity.holder, since(identity.holder)]));
}

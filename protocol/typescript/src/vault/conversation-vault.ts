import type { ConversationRequests } from '../conversation/conversation-requests.js';
import type { LogState } from '../conversation/log-state.js';
import { jsonBytes } from '../conversation/log-state.js';
import type { LogVault, SealedVersion } from '../conversation/log-vault.js';
import type { ConversationId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import { ProblemError } from '../problem/problem.js';
import { put, type Storage, type StorageChange } from '../storage/storage.js';
import { encodeConversation, type SealedSeat } from './sealed-conversation.js';
import { sealState } from './sealing.js';
import { accessKeyDigest, vaultKeys } from './vault-keys.js';
import { decodeVaultRecord, encodeVaultRecord, nameOfRoot, type VaultRecord } from './vault-record.js';

/** Only this seat writes: more refusals than these are none of a vault that it lost sight of. */
const mostTries = 4;

/** What a conversation's vault needs of its phone. */
export interface VaultParts {
  readonly root: Bytes;
  readonly conversation: ConversationId;
  readonly requests: ConversationRequests;
  readonly state: LogState;
  readonly seat: () => SealedSeat;
  readonly storage: Storage;
  /** A number that no vault of the phrase has had; the phone knows that it is taken from then on. */
  readonly takeNumber: (keeps: (number: number) => StorageChange) => Promise<number>;
}

/** The vault whose record is stored under a key; its number is taken when it is first made. */
export async function openVault(parts: VaultParts, key: string): Promise<LogVault> {
  const stored = await parts.storage.get(key);
  const record = stored === undefined ? undefined : decodeVaultRecord(stored);
  return new ConversationVault(parts, key, record?.of === nameOfRoot(parts.root) ? record : undefined);
}

/** The vault of one conversation, for the seeker's phone that has its phrase (RPH-8 to RPH-10). */
class ConversationVault implements LogVault {
  readonly #parts: VaultParts;
  readonly #key: string;
  #record: VaultRecord | undefined;

  constructor(parts: VaultParts, key: string, record: VaultRecord | undefined) {
    this.#parts = parts;
    this.#key = key;
    this.#record = record;
  }

  async ready(): Promise<void> {
    if (this.#record?.made !== true) await this.#make();
  }

  write(): Promise<void> {
    return this.carry((sealed) => this.#parts.requests.writeVault(sealed));
  }

  async carry<T>(send: (sealed: SealedVersion) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const record = this.#record?.made === true ? this.#record : await this.#make();
      const version = record.version + 1;
      try {
        const answer = await send({ version, state: this.#sealed(record.number, version) });
        await this.#keep({ ...record, version });
        return answer;
      } catch (error) {
        if (tries === mostTries) throw error;
        await this.#learn(record, error);
      }
    }
  }

  /** Makes the vault, under the next number where another conversation has this one's. */
  async #make(): Promise<VaultRecord> {
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const record = this.#record ?? (await this.#begin());
      const keys = vaultKeys(this.#parts.root, record.number);
      try {
        await this.#parts.requests.makeVault({
          locator: keys.locator,
          accessKeyDigest: accessKeyDigest(keys),
          state: this.#sealed(record.number, 1),
        });
        return await this.#keep({ ...record, version: 1, made: true });
      } catch (error) {
        // An answer was lost, and the vault is there, by now with another state.
        const there = versionIn(error);
        if (there !== undefined) return this.#keep({ ...record, version: there, made: true });
        if (!hasCode(error, 'vault-locator-taken')) throw error;
        this.#record = undefined;
      }
    }
    throw new OpstapError('no-progress');
  }

  async #begin(): Promise<VaultRecord> {
    const of = nameOfRoot(this.#parts.root);
    const fresh = (number: number): VaultRecord => ({ of, number, version: 0, made: false });
    const number = await this.#parts.takeNumber((taken) =>
      put(this.#key, jsonBytes(encodeVaultRecord(fresh(taken)))),
    );
    this.#record = fresh(number);
    return this.#record;
  }

  /** Does what makes another try worth it, or throws the refusal. */
  async #learn(record: VaultRecord, error: unknown): Promise<void> {
    const version = versionIn(error);
    if (version !== undefined) await this.#keep({ ...record, version });
    else if (hasCode(error, 'vault-not-found')) await this.#keep({ ...record, made: false });
    else throw error;
  }

  async #keep(record: VaultRecord): Promise<VaultRecord> {
    await this.#parts.storage.write([put(this.#key, jsonBytes(encodeVaultRecord(record)))]);
    this.#record = record;
    return record;
  }

  #sealed(number: number, version: number): Bytes {
    const { root, conversation, seat, state } = this.#parts;
    const { sealingKey } = vaultKeys(root, number);
    return sealState(sealingKey, conversation, version, encodeConversation(seat(), state));
  }
}

/** The version that a refusal says the server has. */
function versionIn(error: unknown): number | undefined {
  return error instanceof ProblemError && error.code === 'vault-version' ? error.members.version : undefined;
}

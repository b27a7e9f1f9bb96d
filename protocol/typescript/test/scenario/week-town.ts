import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insecureDescribeServer } from '../../src/client/index.js';
import type { Message } from '../../src/conversation/message.js';
import {
  type ConversationId,
  type DeviceId,
  type InvitationId,
  idFromBytes,
  idToBytes,
  type ProgrammeId,
  parseId,
} from '../../src/id/branded-id.js';
import { environment } from '../../src/session/environment.js';
import { HttpTransport } from '../../src/session/http-transport.js';
import type { Storage } from '../../src/storage/storage.js';
import { isPartOfThePlay } from './actor.js';
import { SampleDatabase } from './sample-database.js';
import type { ServerProcess } from './server-process.js';
import type { Case } from './week-check.js';

/** What the printed file has for one programme. */
export interface Printed {
  readonly programme: ProgrammeId;
  readonly name: string;
  readonly coordinator: InvitationId;
  readonly invitations: readonly InvitationId[];
  /** The sample's signing key, as its coordinator has it. */
  readonly key: Uint8Array;
}

/** What the server keeps of who waits in a conversation. */
export type Kept = Pick<Case, 'waiting' | 'answerBy' | 'attended'> & {
  readonly successor: boolean;
  /** The devices that have a seat in it. */
  readonly devices: ReadonlySet<string>;
};

const quarter = 900_000;

/** A server with its programmes, and the truth of what was said in it: nobody who checks has to believe a client. */
export class Town {
  readonly baseUrl: string;
  readonly operatorKey: Uint8Array;
  readonly #server: ServerProcess;
  readonly #database: SampleDatabase;
  readonly #newest = new Map<ConversationId, { id: string; sequence: number; hers: boolean }>();
  readonly #known = new Set<string>();

  private constructor(server: ServerProcess, operatorKey: Uint8Array) {
    this.baseUrl = server.baseUrl;
    this.operatorKey = operatorKey;
    this.#server = server;
    this.#database = new SampleDatabase(server.data);
  }

  static async of(server: ServerProcess): Promise<Town> {
    const { operatorKey } = await insecureDescribeServer(new HttpTransport(server.baseUrl, environment()));
    return new Town(server, operatorKey);
  }

  optionsWith(storage: Storage) {
    return { baseUrl: this.baseUrl, operatorKey: this.operatorKey, storage };
  }

  async programmes(count: number): Promise<readonly Printed[]> {
    const folder = join(this.#server.data, 'sample');
    const file = await readFile(join(folder, 'invitations.json'), 'utf8');
    const all: Record<string, { name: string; coordinator: string; invitations: string[] }> =
      JSON.parse(file);
    const some = Object.entries(all).filter(([, { name }]) => towns.some((town) => name.includes(town)));
    return Promise.all(
      some.slice(0, count).map(async ([programme, { name, coordinator, invitations }]) => ({
        programme: parseId('prg', programme),
        name,
        coordinator: parseId('inv', coordinator),
        invitations: invitations.map((text) => parseId('inv', text)),
        key: new Uint8Array(await readFile(join(folder, `${hexOf(parseId('prg', programme))}.key`))),
      })),
    );
  }

  /** Remembers what the server has taken: told by whoever has sent something, right after it. */
  note(conversation: ConversationId, messages: readonly Message[]): void {
    for (const { id, sequence, payload } of messages) {
      // What is sent again keeps the place that it had first.
      if (payload?.type !== 'text' || id === null || sequence === null || this.#known.has(id)) continue;
      this.#known.add(id);
      const before = this.#newest.get(conversation)?.sequence ?? 0;
      if (sequence < before) continue;
      this.#newest.set(conversation, { id, sequence, hers: payload.text.startsWith(herWords) });
    }
  }

  newest(conversation: ConversationId) {
    return this.#newest.get(conversation);
  }

  /** What the server keeps, by conversation, read beside it. */
  async kept(now: number): Promise<ReadonlyMap<ConversationId, Kept>> {
    const rows = await this.#database.rows(
      `SELECT HEX(c.conversation_id), c.answer_by, c.waiting, c.successor IS NOT NULL,
         (SELECT GROUP_CONCAT(HEX(s.holder_id)) FROM seat s WHERE s.conversation_id = c.conversation_id AND s.kind = 'device' AND s.state = 'member'),
         EXISTS (SELECT 1 FROM seat s JOIN worker_device d ON d.device_id = s.holder_id JOIN attendance a ON a.device_id = s.holder_id
           WHERE s.conversation_id = c.conversation_id AND s.state = 'member' AND d.duty <> 'off' AND a.there_until > ${Math.floor(now / quarter)})
       FROM conversation c`,
    );
    return new Map(
      rows.map(([id = '', answerBy = 'NULL', waiting, successor, devices = 'NULL', attended]) => {
        const waits = answerBy !== 'NULL';
        const step = waiting === 'backup' || waiting === 'next' ? waiting : 'promised';
        return [
          idFromBytes('cnv', Uint8Array.from(Buffer.from(id, 'hex'))),
          {
            answerBy: waits ? Number(answerBy) * quarter : null,
            waiting: waits ? step : null,
            successor: successor === '1',
            attended: attended === '1',
            devices: new Set(devices === 'NULL' ? [] : devices.split(',').map(deviceOf)),
          },
        ];
      }),
    );
  }

  /** Makes the server forget that somebody waits, behind its back: half of the planted gap. */
  async forgetDeadline(conversation: ConversationId): Promise<void> {
    const id = hexOf(conversation);
    await this.#database.execute(
      `UPDATE conversation SET answer_by = NULL, waiting = 'promised' WHERE conversation_id = x'${id}'`,
    );
  }
}

function deviceOf(hex: string): DeviceId {
  return idFromBytes('dev', Uint8Array.from(Buffer.from(hex, 'hex')));
}

function hexOf(id: ConversationId | ProgrammeId): string {
  return Buffer.from(idToBytes(id)).toString('hex');
}

/** Programmes with different hours and promises, the first ones open longest. */
const towns = ['Groningen', 'Rotterdam', 'Apeldoorn', 'Utrecht', 'Breda', 'Amsterdam'];

/** What her words begin with in this play, so that the truth knows whose they are whoever has them. */
export const herWords = 'question';

/** Does something, and lets it be where others were faster or nobody answers: the next moment tries again. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    if (!isPartOfThePlay(error)) throw error;
    return false;
  }
}

/** Does something for each, some at a time. */
export async function inTurns<T>(all: readonly T[], action: (each: T) => Promise<unknown>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await action(next);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

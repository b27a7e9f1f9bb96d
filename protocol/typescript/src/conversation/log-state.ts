import { parseJson } from '../json/json-value.js';
import { Group } from '../mls/group.js';
import type { MembershipRules } from '../mls/membership.js';
import { encodePayload } from '../payload/payload-codec.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import {
  decodeItem,
  encodeItem,
  type LogItem,
  type NewPayload,
  ownItem,
  unreadableItem,
} from './log-item.js';
import { decodeRecord, emptyRecord, encodeRecord, type LogRecord } from './log-record.js';

/** What changes together: written in one batch, and only then true in memory too (E2E-7). */
export interface LogChanges {
  /** Members of the record, or what they become from the record as it is when its turn to be written comes. */
  readonly record?: Partial<LogRecord> | ((record: LogRecord) => Partial<LogRecord>);
  /** The current group; null forgets it. */
  readonly group?: Group | null;
  /** The group after the Commit in flight; null forgets it. */
  readonly pending?: Group | null;
  readonly items?: readonly LogItem[];
  /** Changes of other keys that belong to the same batch. */
  readonly others?: readonly StorageChange[];
}

/** A member's state of one log, in memory as it is in storage. */
export class LogState {
  readonly #storage: Storage;
  readonly #prefix: string;
  #record = emptyRecord;
  #group: Group | undefined;
  #pending: Group | undefined;
  readonly #items = new Map<number, LogItem>();
  #nextOrder = 1;
  #saving: Promise<void> = Promise.resolve();

  private constructor(storage: Storage, prefix: string) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /**
   * Reads what is stored under a prefix, or begins empty. `rulesFor` gives the rules of the conversation's groups. A group that is
   * not there or can't be read counts as lost; so does a record, and an item is unreadable then (PAY-3): what can't be read of one
   * conversation stops neither it nor the others.
   */
  static async load(
    storage: Storage,
    prefix: string,
    rulesFor: (record: () => LogRecord) => MembershipRules | undefined,
  ): Promise<LogState> {
    const state = new LogState(storage, prefix);
    state.#record = recordFrom(await storage.get(`${prefix}record`));
    for (const key of await storage.list(`${prefix}item/`)) {
      const stored = await storage.get(key);
      if (stored === undefined) continue;
      const item = itemFrom(stored, Number(key.slice(`${prefix}item/`.length)));
      state.#items.set(item.order, settled(item, state.#record));
      state.#nextOrder = Math.max(state.#nextOrder, item.order + 1);
    }
    const rules = rulesFor(() => state.#record);
    if (rules !== undefined) {
      state.#group = await loadGroup(storage, `${prefix}group`, rules);
      state.#pending = await loadGroup(storage, `${prefix}pending`, rules);
    }
    return state;
  }

  get record(): LogRecord {
    return this.#record;
  }

  get group(): Group | undefined {
    return this.#group;
  }

  get pending(): Group | undefined {
    return this.#pending;
  }

  /** All payloads in the order in which this client got to know of them. */
  get items(): readonly LogItem[] {
    return [...this.#items.values()];
  }

  item(order: number): LogItem | undefined {
    return this.#items.get(order);
  }

  /** An order that no item has yet. */
  takeOrder(): number {
    const order = this.#nextOrder;
    this.#nextOrder += 1;
    return order;
  }

  /** Keeps an own payload to be sent, in one batch with others; from here on it survives. `now` is in milliseconds since 1970. Gives its id. */
  async keep(content: NewPayload, now: number, others: readonly StorageChange[] = []): Promise<string> {
    const item = ownItem(this.takeOrder(), now, content);
    encodePayload(item.payload);
    await this.save({ items: [item], others });
    return item.payload.id;
  }

  /** Waits until everything that was to be stored is. */
  idle(): Promise<void> {
    return this.#saving;
  }

  /** Stores all changes or none, one batch after the other. */
  save(changes: LogChanges): Promise<void> {
    const written = this.#saving.then(() => this.#write(changes));
    this.#saving = written.catch(() => undefined);
    return written;
  }

  async #write({ record: change = {}, group, pending, items = [], others = [] }: LogChanges): Promise<void> {
    const record = { ...this.#record, ...(typeof change === 'function' ? change(this.#record) : change) };
    await this.#storage.write([
      put(`${this.#prefix}record`, jsonBytes(encodeRecord(record))),
      ...groupChange(`${this.#prefix}group`, group),
      ...groupChange(`${this.#prefix}pending`, pending),
      ...items.map((item) => put(this.#itemKey(item), jsonBytes(encodeItem(item)))),
      ...others,
    ]);
    this.#record = record;
    if (group !== undefined) this.#group = group ?? undefined;
    if (pending !== undefined) this.#pending = pending ?? undefined;
    for (const item of items) this.#items.set(item.order, item);
  }

  #itemKey({ order }: LogItem): string {
    return `${this.#prefix}item/${String(order).padStart(10, '0')}`;
  }
}

function recordFrom(stored: Uint8Array | undefined): LogRecord {
  try {
    return stored === undefined ? emptyRecord : decodeRecord(jsonFrom(stored));
  } catch {
    return { ...emptyRecord, standing: 'unreadable' };
  }
}

function itemFrom(stored: Uint8Array, order: number): LogItem {
  try {
    return decodeItem(jsonFrom(stored));
  } catch {
    return unreadableItem(order);
  }
}

/** An item in flight whose append is known no longer is to be sent again; readers know its id (PAY-2). */
function settled(item: LogItem, { inFlight }: LogRecord): LogItem {
  const carried = inFlight !== null && 'item' in inFlight.carries && inFlight.carries.item === item.order;
  return item.state === 'in-flight' && !carried ? { ...item, state: 'waiting' } : item;
}

async function loadGroup(storage: Storage, key: string, rules: MembershipRules): Promise<Group | undefined> {
  const bytes = await storage.get(key);
  try {
    return bytes === undefined ? undefined : Group.decode(bytes, rules);
  } catch {
    return undefined;
  }
}

function groupChange(key: string, group: Group | null | undefined): StorageChange[] {
  if (group === undefined) return [];
  return [group === null ? remove(key) : put(key, group.encode())];
}

function jsonFrom(bytes: Uint8Array): JsonValue {
  return parseJson(new TextDecoder().decode(bytes));
}

export function jsonBytes(value: JsonObject): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

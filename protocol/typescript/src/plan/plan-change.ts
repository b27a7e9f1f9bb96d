import { holderOf } from '../conversation/conversation-view.js';
import { arrayOf, formatInstant, malformed, objectOf, textOf } from '../json/json-value.js';
import type { Holder } from '../session/seat-session.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { isMoment } from '../wire/time.js';
import { isPlanField, isValueOf, type PlanValue } from './plan-field.js';

/** One field with its new value, and the payloads whose values its writer saw there. */
export interface PlanChange {
  readonly field: string;
  readonly value: PlanValue;
  readonly replaces: readonly string[];
}

/** Changes of an earlier payload, told again to who could not read it. `sentAt` is in milliseconds since 1970. */
export interface ToldChanges {
  readonly id: string;
  readonly by: Holder;
  readonly sentAt: number;
  readonly changes: readonly PlanChange[];
}

/** What a plan payload says: changes of its own, or what others have said already. */
export interface PlanContent {
  readonly changes?: readonly PlanChange[];
  readonly again?: readonly ToldChanges[];
}

/** Changes in one list: a goal that goes with all its steps, and room. */
export const mostChanges = 200;
/** Payloads told again in one: more than fit. */
export const mostTold = 400;
/** Values of one field that a change replaces: four members who are offline at the same time, several times over. */
export const mostReplaced = 16;

const payloadId = /^[A-Za-z0-9_-]{22}$/;

export function planContentToJson({ changes, again }: PlanContent): JsonObject {
  return {
    ...(changes === undefined ? {} : { changes: changes.map((change) => ({ ...change })) }),
    ...(again === undefined
      ? {}
      : {
          again: again.map((told) => ({
            ...told,
            sentAt: formatInstant(told.sentAt),
            changes: told.changes.map((change) => ({ ...change })),
          })),
        }),
  };
}

/** Decodes a plan payload's own members by `payload.schema.json`, or throws (PLN-2, PLN-3). */
export function planContentFromJson({ changes, again }: JsonObject): PlanContent {
  if (changes === undefined && again === undefined) throw malformed();
  return {
    ...(changes === undefined ? {} : { changes: changesOf(changes) }),
    ...(again === undefined ? {} : { again: toldOf(again) }),
  };
}

function changesOf(value: JsonValue | undefined): PlanChange[] {
  const changes = arrayOf(value, changeOf);
  const fields = new Set(changes.map(({ field }) => field));
  if (changes.length < 1 || changes.length > mostChanges || fields.size < changes.length) throw malformed();
  return changes;
}

function changeOf(json: JsonValue): PlanChange {
  const { field, value, replaces } = objectOf(json);
  const name = textOf(field);
  const replaced = arrayOf(replaces, idOf);
  if (!isPlanField(name) || !isValueOf(name, value) || replaced.length > mostReplaced) throw malformed();
  return { field: name, value, replaces: replaced };
}

function toldOf(value: JsonValue): ToldChanges[] {
  const told = arrayOf(value, (json) => {
    const { id, by, sentAt, changes } = objectOf(json);
    const moment = textOf(sentAt);
    if (!isMoment(moment)) throw malformed();
    return { id: idOf(id), by: holderOf(by), sentAt: Date.parse(moment), changes: changesOf(changes) };
  });
  if (told.length < 1 || told.length > mostTold) throw malformed();
  return told;
}

function idOf(value: JsonValue | undefined): string {
  const id = textOf(value);
  if (!payloadId.test(id)) throw malformed();
  return id;
}

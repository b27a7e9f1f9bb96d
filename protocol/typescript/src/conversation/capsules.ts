import type { Payload, WakePayload } from '../payload/payload.js';
import { wakesOthers } from '../payload/payload.js';
import type { Holder } from '../session/seat-session.js';
import type { LogItem } from './log-item.js';
import type { LogState } from './log-state.js';

/** An item in which a member says where its device is woken. */
export type WakeItem = LogItem & { readonly payload: WakePayload };

/** What a member said last; null is this member itself. */
export function lastWake(items: readonly LogItem[], sender: Holder | null): WakeItem | undefined {
  return items.filter(isWake).findLast((item) => item.sender === sender && item.state !== 'refused');
}

/**
 * What goes with the append in flight: of each other member of the group the capsule that it told last, where something is said that they
 * are woken for, for the first time (PUS-17). Nobody is who has left.
 */
export function capsulesFor({ record, items, group }: LogState): readonly string[] {
  const { inFlight } = record;
  if (inFlight === null || 'commit' in inFlight.carries) return [];
  const { item } = inFlight.carries;
  const said = items.find(({ order }) => order === item);
  if (said === undefined || said.sentAgain > 0 || !wakesOthers(said.payload)) return [];
  return (group?.members ?? []).flatMap(
    ({ identity }) => lastWake(items, identity.holder)?.payload.capsule ?? [],
  );
}

/** What is left of an item whose capsule is of no use any more. */
export function withoutCapsule(item: WakeItem): LogItem {
  return { ...item, payload: { ...item.payload, capsule: null } satisfies Payload };
}

function isWake(item: LogItem): item is WakeItem {
  return item.payload?.type === 'wake';
}

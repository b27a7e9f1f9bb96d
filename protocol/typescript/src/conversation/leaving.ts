import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import type { Group } from '../mls/group.js';
import { isPseudonym } from './conversation-view.js';
import type { LogItem } from './log-item.js';
import type { LogState } from './log-state.js';

/**
 * The devices that this one is to take out (E2E-12): those that have asked for it since they came in. It is the fixed contact's to do, and
 * everybody's where there is none; the fixed contact itself stays until another one is there.
 */
export function toTakeOut({ items, record, group }: LogState, self: DeviceId): readonly DeviceId[] {
  const contact = record.view?.fixedContact ?? null;
  if (group === undefined || record.standing !== 'open' || (contact !== null && contact !== self)) return [];
  const asked = items.flatMap((item) => {
    const { sender } = item;
    if (sender === null || isPseudonym(sender) || sender === contact) return [];
    const since = record.joined.get(sender) ?? Number.POSITIVE_INFINITY;
    return asksSince(item, since) && isColleague(group, sender, self) ? [sender] : [];
  });
  return [...new Set(asked)];
}

/** Whether both are in the group, and of one programme: who is in it for a lead goes with that (LEA-6). */
function isColleague(group: Group, one: DeviceId, other: DeviceId): boolean {
  const programme = programmeIn(group, one);
  return programme !== undefined && programme === programmeIn(group, other);
}

function programmeIn({ members }: Group, device: DeviceId): ProgrammeId | undefined {
  const identity = members.find(({ identity: { holder } }) => holder === device)?.identity;
  return identity?.kind === 'device' ? identity.programme : undefined;
}

/** Whether this device has asked to be taken out since it came in, or is about to. */
export function asksToLeave({ items, record }: LogState): boolean {
  const since = record.view?.self.joinedAt ?? 0;
  return items.some(
    (item) => item.sender === null && (asksSince(item, since) || (isLeaving(item) && isOnItsWay(item))),
  );
}

function asksSince(item: LogItem, since: number): boolean {
  return isLeaving(item) && (item.sequences[0] ?? 0) > since;
}

function isLeaving({ payload }: LogItem): boolean {
  return payload?.type === 'leaving';
}

function isOnItsWay({ state }: LogItem): boolean {
  return state === 'waiting' || state === 'in-flight';
}

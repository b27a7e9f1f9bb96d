import type { StaffMember } from '@opstap/protocol/client/index';

/** The people of a programme, by what is to be done about them. */
export interface People {
  /** Those whose devices nobody has approved. */
  readonly waiting: readonly StaffMember[];
  readonly present: readonly StaffMember[];
  /** Those who are cut off and have no other device. */
  readonly gone: readonly StaffMember[];
}

/** Sorts people into groups, each coordinators first; the own device is never one that waits for a code. */
export function peopleIn(members: readonly StaffMember[], self: string | null): People {
  const sorted = [...members].sort(
    (one, other) =>
      Number(other.device === self) - Number(one.device === self) ||
      Number(other.role === 'coordinator') - Number(one.role === 'coordinator') ||
      (one.device < other.device ? -1 : 1),
  );
  const waits = ({ active, until, device }: StaffMember) => active && until === null && device !== self;
  return {
    waiting: sorted.filter(waits),
    present: sorted.filter((each) => each.active && !waits(each)),
    gone: sorted.filter(({ active }) => !active),
  };
}

/** Those to whom the cases of somebody can go: who is approved, and not she herself. */
export function heirsOf(members: readonly StaffMember[], from: string): readonly StaffMember[] {
  return members.filter(({ active, until, device }) => active && until !== null && device !== from);
}

/** The address that brings an invitation to the page of whoever opens it. */
export function linkTo(origin: string, invitation: string): string {
  return `${origin}/team#${invitation}`;
}

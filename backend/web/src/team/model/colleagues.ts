import type { Message } from '@opstap/protocol/conversation/message';

/** A device of the programme, as far as handing over goes. */
export interface TeamDevice<Id extends string = string> {
  readonly device: Id;
  readonly duty: string;
}

/** Somebody to whom a case can be handed. */
export interface Choice<Id extends string = string> extends TeamDevice<Id> {
  /** The name that she gave in any conversation that this device reads, or null. */
  readonly name: string | null;
  /** Whether she reads the conversation already. */
  readonly member: boolean;
}

/** The seeker and three devices (E2E-4). */
const mostDevices = 3;
/** In the order in which conversations are offered (KPK-5). */
const duties: readonly string[] = ['primary', 'backup'];

/** The newest name by which each device introduced itself, in any of these conversations. */
export function namesIn(
  conversations: readonly { readonly messages: readonly Message[] }[],
): ReadonlyMap<string, string> {
  const introductions = conversations.flatMap(({ messages }) =>
    messages.flatMap(({ sender, payload, sentAt }) =>
      sender !== null && payload?.type === 'introduction' ? [{ sender, payload, sentAt: sentAt ?? 0 }] : [],
    ),
  );
  introductions.sort((one, other) => one.sentAt - other.sentAt);
  return new Map(introductions.map(({ sender, payload }) => [sender, payload.name]));
}

/** Whether this device has said a name in a conversation already. */
export function hasIntroducedItself(messages: readonly Message[]): boolean {
  return messages.some(({ sender, payload }) => sender === null && payload?.type === 'introduction');
}

/**
 * To whom a case can be handed: colleagues who read it come first, then those on duty, then the backups. Where the group is full, only who is
 * in it.
 */
export function choicesOf<Id extends string>(
  team: readonly TeamDevice<Id>[],
  self: string | null,
  members: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly Choice<Id>[] {
  const full = members.length + 1 >= mostDevices;
  return team
    .filter(({ device }) => device !== self)
    .map(({ device, duty }) => ({
      device,
      duty,
      name: names.get(device) ?? null,
      member: members.includes(device),
    }))
    .filter(({ member }) => member || !full)
    .sort(
      (one, other) =>
        Number(other.member) - Number(one.member) ||
        rankOf(one) - rankOf(other) ||
        (one.device < other.device ? -1 : 1),
    );
}

/** Who takes a case over while its fixed contact pauses: a member on duty, or undefined where there is none. */
export function backupOf<Id extends string>(
  team: readonly TeamDevice<Id>[],
  self: string | null,
  members: readonly string[],
): Id | undefined {
  return choicesOf(team, self, members, new Map()).find((each) => each.member && isPresent(each))?.device;
}

/** Whether somebody is there to answer, as far as she said. */
export function isPresent({ duty }: TeamDevice): boolean {
  return duties.includes(duty);
}

/** The end of a device's name, by which two colleagues without a name can tell which is whose. */
export function shortOf(device: string): string {
  return device.slice(-4);
}

function rankOf({ duty }: TeamDevice): number {
  const rank = duties.indexOf(duty);
  return rank < 0 ? duties.length : rank;
}

import { complaints, type Outcome } from './oracle.js';

/** An outcome with one message taken from somebody who has to have it, or undefined where nobody has one. */
export function withPlantedLoss(outcome: Outcome): Outcome | undefined {
  const at = outcome.members.findIndex(({ open, read }) => open && read.length > 0);
  const member = outcome.members[at];
  if (member === undefined) return undefined;
  const id = member.read.at(-1)?.id;
  const members = outcome.members.with(at, { ...member, read: member.read.filter((each) => each.id !== id) });
  return { ...outcome, members };
}

/** An outcome with one message shown to somebody who was no member then, or undefined where everybody always was. */
export function withPlantedLeak(outcome: Outcome): Outcome | undefined {
  for (const [at, member] of outcome.members.entries()) {
    const read = new Set(member.read.map(({ id }) => id));
    for (const { payload, sender, sequence, kind } of outcome.entries) {
      if (kind !== 'application' || payload === undefined || sender === member.holder || read.has(payload))
        continue;
      const shown = { id: payload, sender, sequence };
      const all = [...member.read, shown].sort((one, other) => one.sequence - other.sequence);
      const planted = { ...outcome, members: outcome.members.with(at, { ...member, read: all }) };
      if (complaints(planted).some((complaint) => complaint.endsWith('a leak'))) return planted;
    }
  }
  return undefined;
}

/** An outcome in which a device let somebody of another programme in, or undefined where no device let anybody in. */
export function withPlantedIntruder(outcome: Outcome): Outcome | undefined {
  const entry = outcome.entries.find(({ sender, added }) => sender !== outcome.pseudonym && added.length > 0);
  const [device] = entry?.added ?? [];
  if (device === undefined) return undefined;
  return { ...outcome, teams: new Map([...outcome.teams, [device, 'another programme']]) };
}

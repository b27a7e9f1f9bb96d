import type { LeadWords } from '@opstap/protocol/client/worker-leads';
import { isOpenLead, type Lead } from '@opstap/protocol/conversation/lead';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';

/** A lead with what was said of it inside MLS. */
export type CaseLead = Lead & LeadWords;

export type Direction = 'incoming' | 'outgoing';

export function directionOf({ to }: Lead, own: ProgrammeId | null): Direction {
  return to === own ? 'incoming' : 'outgoing';
}

/** The programme on the other side. */
export function partnerOf({ from, to }: Lead, own: ProgrammeId | null): ProgrammeId {
  return to === own ? from : to;
}

/** Whether this device is the one that is to answer. */
export function waitsHere(lead: Lead, own: ProgrammeId | null): boolean {
  return lead.state === 'consented' && lead.to === own && lead.conversation !== null;
}

/** What is to be answered comes first, by the promise that runs out first; then what is open, the oldest first; then what is over, the newest first. */
export function inOrder(leads: readonly Lead[]): readonly Lead[] {
  return [...leads].sort(
    (one, other) =>
      standingOf(one) - standingOf(other) ||
      (one.answerBy ?? 0) - (other.answerBy ?? 0) ||
      (isOpenLead(one)
        ? compare(one.proposedOn, other.proposedOn)
        : compare(dayOfEnd(other), dayOfEnd(one))) ||
      compare(one.lead, other.lead),
  );
}

/** The leads of one conversation, the newest first. */
export function newestFirst(leads: readonly CaseLead[]): readonly CaseLead[] {
  return [...leads].sort(
    (one, other) => compare(other.proposedOn, one.proposedOn) || other.order - one.order,
  );
}

/** What of a case's leads is said beside it: the open one, or what became of the last one that went out. */
export function currentOf(leads: readonly CaseLead[], own: ProgrammeId | null): CaseLead | undefined {
  const open = leads.find(isOpenLead);
  if (open !== undefined) return open;
  const [newest] = leads;
  return newest !== undefined && directionOf(newest, own) === 'outgoing' ? newest : undefined;
}

/** Where it makes no sense to ask again: who declined, or didn't answer, and whom she refused. */
export function triedIn(leads: readonly Lead[]): readonly ProgrammeId[] {
  return leads
    .filter(({ state }) => state === 'declined' || state === 'no-answer' || state === 'refused')
    .map(({ to }) => to);
}

/** Whole days since a lead was proposed. `now` is in milliseconds since 1970. */
export function ageInDays({ proposedOn }: Lead, now: number): number {
  const today = Date.parse(new Date(now).toISOString().slice(0, 10));
  return Math.max(0, Math.round((today - Date.parse(proposedOn)) / 86_400_000));
}

function standingOf(lead: Lead): number {
  if (lead.answerBy !== null) return 0;
  return isOpenLead(lead) ? 1 : 2;
}

function dayOfEnd({ decidedOn, proposedOn }: Lead): string {
  return decidedOn ?? proposedOn;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

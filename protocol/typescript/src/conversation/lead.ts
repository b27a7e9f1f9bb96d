import { type ConversationId, type LeadId, type ProgrammeId, parseId } from '../id/branded-id.js';
import { arrayOf, instantOf, malformed, nullable, objectOf, textOf } from '../json/json-value.js';
import type { Decline } from '../payload/payload.js';
import type { JsonValue } from '../wire/canonical-json.js';

/** How far a lead has come (lead.md, *States*). */
export const leadStates = [
  'proposed',
  'consented',
  'accepted',
  'handed-over',
  'stays-in-view',
  'refused',
  'declined',
  'no-answer',
  'withdrawn',
] as const;

export type LeadState = (typeof leadStates)[number];

/** What the server says of a lead. */
export interface Lead {
  readonly lead: LeadId;
  /** Null for a device that has no open seat in it. */
  readonly conversation: ConversationId | null;
  readonly from: ProgrammeId;
  readonly to: ProgrammeId;
  readonly state: LeadState;
  /** Why the receiving programme declined; null where it didn't. */
  readonly reason: Decline | null;
  /** Days in UTC, such as 2026-11-23. */
  readonly proposedOn: string;
  readonly decidedOn: string | null;
  /** Until when the receiving programme may answer, in milliseconds since 1970; null where it needn't. */
  readonly answerBy: number | null;
}

/** Whether something may still follow. */
export function isOpenLead({ state }: Lead): boolean {
  return state === 'proposed' || state === 'consented' || state === 'accepted';
}

/** Whether a device of the receiving programme is in the conversation by her consent. */
export function hasLetIn({ state }: Lead): boolean {
  return state === 'consented' || state === 'accepted' || state === 'handed-over';
}

export function decodeLead(value: JsonValue): Lead {
  const { lead, conversation, from, to, state, reason, proposedOn, decidedOn, answerBy } = objectOf(value);
  const known = leadStates.find((each) => each === state);
  if (known === undefined) throw malformed();
  return {
    lead: parseId('lea', textOf(lead)),
    conversation: nullable(conversation, (id) => parseId('cnv', textOf(id))),
    from: parseId('prg', textOf(from)),
    to: parseId('prg', textOf(to)),
    state: known,
    reason: nullable(reason, declineOf),
    proposedOn: textOf(proposedOn),
    decidedOn: nullable(decidedOn, textOf),
    answerBy: nullable(answerBy, instantOf),
  };
}

/** Reads `{"leads": […]}`. */
export function decodeLeads(value: JsonValue): readonly Lead[] {
  const { leads } = objectOf(value);
  return arrayOf(leads, decodeLead);
}

function declineOf(value: JsonValue): Decline {
  if (value !== 'full' && value !== 'does-not-fit') throw malformed();
  return value;
}

import type { Partner } from '../directory/partner.js';
import type { LeadId, ProgrammeId } from '../id/branded-id.js';
import type { PlanContent } from '../plan/plan-change.js';
import type { Condition } from '../vocabulary/vocabulary.js';
import type { FacetName } from './facets.js';

/** What every payload has; `id` is 16 random bytes in base64url, `sentAt` milliseconds since 1970 by the sender's clock. */
interface PayloadBase {
  readonly id: string;
  readonly sentAt: number;
}

/** Words, and with the first ones what the seeker chose to say. */
export interface TextPayload extends PayloadBase {
  readonly type: 'text';
  readonly text: string;
  readonly language?: string;
  readonly urgent?: boolean;
  readonly facets?: Facets;
}

/** Codes of `vectors/vocabulary.json` by facet (PAY-4); each may be left out. */
export type Facets = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** The name by which the person on a device wants to be known. */
export interface IntroductionPayload extends PayloadBase {
  readonly type: 'introduction';
  readonly name: string;
}

/** Entries that the sender could not read, by sequence number. */
export interface SendAgainPayload extends PayloadBase {
  readonly type: 'send-again';
  readonly sequences: readonly number[];
}

/** The person on a device asks its colleagues to take that device out. */
export interface LeavingPayload extends PayloadBase {
  readonly type: 'leaving';
}

/** The seeker has gone on with another programme (WAI-9). */
export interface WentElsewherePayload extends PayloadBase {
  readonly type: 'went-elsewhere';
}

/** What she answers to a check-in of her own phone. */
export type CheckInAnswer = 'good' | 'fair' | 'talk';

/** What her phone tells of a check-in (aftercare.md). It counts only from her. */
export interface CheckInPayload extends PayloadBase {
  readonly type: 'check-in';
  /** `none` is that questions had no answer. */
  readonly answer: CheckInAnswer | 'none';
  /** How many questions had none: there where the answer is `none`. */
  readonly unanswered?: number;
}

/** Changes of the plan, or what it says told again (plan.md). */
export interface PlanPayload extends PayloadBase, PlanContent {
  readonly type: 'plan';
}

/** An organisation of the programme's social map, for her to go to (social-map.md). It counts only from a device. */
export interface ReferralPayload extends PayloadBase {
  readonly type: 'referral';
  readonly partner: Partner;
}

/** Where a member's device is woken from now on (PUS-16). */
export interface WakePayload extends PayloadBase {
  readonly type: 'wake';
  /** A push capsule in base64url; null where it isn't to be woken any more. */
  readonly capsule: string | null;
}

/** The seeker has everything erased (ERA-1). It counts only as the request of an erasure, and only from her. */
export interface ErasePayload extends PayloadBase {
  readonly type: 'erase';
}

/** A device proposes another programme to her, and says why (LEA-10). */
export interface LeadPayload extends PayloadBase {
  readonly type: 'lead';
  readonly lead: LeadId;
  readonly programme: ProgrammeId;
  readonly text: string;
  /** Codes of the ranking's reasons. */
  readonly reasons: readonly string[];
}

/** The receiving device says why it declines. */
export interface LeadAnswerPayload extends PayloadBase {
  readonly type: 'lead-answer';
  readonly lead: LeadId;
  readonly answer: Decline;
  /** Which condition doesn't fit. */
  readonly condition?: Condition;
}

/** What she passes on to who comes in by a lead: hers to pick, and hers to word (LEA-14). It counts only from her. */
export interface HandoverCardPayload extends PayloadBase {
  readonly type: 'handover-card';
  readonly lead: LeadId;
  /** What she adds in her own words. */
  readonly text?: string;
  /** Of the messages from before, in their order. */
  readonly passages: readonly Passage[];
  readonly language?: string;
  readonly facets?: Facets;
  /** Whether she has the plan told again beside it (PLN-8). */
  readonly plan: boolean;
}

/** One message from before, as she passes it on. */
export type Passage = {
  readonly from: 'seeker' | 'team';
  /** By which name a worker was known. */
  readonly name?: string;
  /** The day on which it was said, such as 2026-11-23. */
  readonly on: string;
  readonly text: string;
};

/** Why a programme doesn't take a lead, by the vocabulary's lead outcomes. */
export type Decline = 'full' | 'does-not-fit';

export type Payload =
  | TextPayload
  | IntroductionPayload
  | SendAgainPayload
  | LeavingPayload
  | WentElsewherePayload
  | CheckInPayload
  | PlanPayload
  | ReferralPayload
  | WakePayload
  | ErasePayload
  | LeadPayload
  | LeadAnswerPayload
  | HandoverCardPayload;

/** What clients tell each other by themselves, and wake nobody with (PUS-17). */
const silent: readonly Payload['type'][] = [
  'introduction',
  'send-again',
  'leaving',
  'went-elsewhere',
  'wake',
];

/** Whether the other members are woken for it. */
export function wakesOthers(payload: Payload | null): boolean {
  return payload !== null && !silent.includes(payload.type);
}

/** Whether a payload of hers asks for an answer: words, or that she wants to talk (LOG-16). */
export function asksForAnswer(payload: Payload | null): boolean {
  return payload?.type === 'text' || (payload?.type === 'check-in' && payload.answer === 'talk');
}

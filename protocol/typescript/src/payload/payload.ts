import type { PlanContent } from '../plan/plan-change.js';
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

/** Changes of the plan, or what it says told again (plan.md). */
export interface PlanPayload extends PayloadBase, PlanContent {
  readonly type: 'plan';
}

/** The seeker has everything erased (ERA-1). It counts only as the request of an erasure, and only from her. */
export interface ErasePayload extends PayloadBase {
  readonly type: 'erase';
}

export type Payload =
  | TextPayload
  | IntroductionPayload
  | SendAgainPayload
  | LeavingPayload
  | WentElsewherePayload
  | PlanPayload
  | ErasePayload;

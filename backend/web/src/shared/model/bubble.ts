import type { HandoverCard } from '@opstap/protocol/client/index';
import type { Partner } from '@opstap/protocol/directory/partner';

/** A card of an organisation, and the payload that brought it. */
export interface Card {
  readonly id: string;
  readonly partner: Partner;
}

/** One message in words, ready to be shown. */
export interface Bubble {
  readonly key: string;
  readonly own: boolean;
  readonly who: string;
  /** Null where it could not be read; then `note` says so. */
  readonly text: string | null;
  readonly note: string | null;
  /** In place of a text. */
  readonly referral?: Card;
  readonly when: string;
  /** How its writer marked it. */
  readonly mark?: string;
  /** Where an own message is on its way. */
  readonly progress: string | null;
  readonly failed: boolean;
  /** What was passed on to who came in by a lead; `text` introduces it. */
  readonly card: HandoverCard | null;
}

import type { WorkerConversation } from '@opstap/protocol/client/index';
import type { Message } from '@opstap/protocol/conversation/message';
import { noPlan, type PlanState } from '@opstap/protocol/plan/plan-state';
import { isPresent, type TeamDevice } from './colleagues.js';
import type { Waiting } from './queue.js';

/** A conversation as the page shows it; replaced whole whenever something is new. */
export interface Shown extends Waiting {
  /** Of the conversation that is open, and of no other: what isn't looked at isn't in the page. */
  readonly messages: readonly Message[];
  /** Of the conversation that is open, too. */
  readonly plan: PlanState;
  /** The colleagues' devices that read it. */
  readonly members: readonly string[];
  /** Whether a message arrived unreadable, and was asked for again. */
  readonly awaitsAgain: boolean;
  /** Whether nobody who is there can read it: not this device, and no colleague on duty is in it. */
  readonly unattended: boolean;
  /** Whether its fixed contact is somebody else, who isn't on duty. */
  readonly contactAway: boolean;
  /** Why an erasure of it was not followed here; null where there is none. */
  readonly erasure: WorkerConversation['erasure'];
}

/** What decides what of a conversation is in the page. */
export interface Look {
  /** The conversation that is open, or null. */
  readonly open: string | null;
  /** Whether the screen is cleared: then nobody's words are in it. */
  readonly cleared: boolean;
  readonly self: string | null;
  /** The programme's devices; null before they came. */
  readonly team: readonly TeamDevice[] | null;
}

/** What the page has of a client's conversation. */
export type Source = Pick<
  WorkerConversation,
  | 'id'
  | 'queueEntry'
  | 'fixedContact'
  | 'standing'
  | 'leaves'
  | 'messages'
  | 'awaitsAgain'
  | 'view'
  | 'erasure'
> & { readonly plan: Pick<WorkerConversation['plan'], 'state'> };

export function shownOf(source: Source, { open, cleared, self, team }: Look): Shown {
  const { id, queueEntry, fixedContact, standing } = source;
  const over = standing === 'closed' || source.leaves;
  const others = source.view?.members.map(({ holder }) => holder) ?? [];
  const members = others.filter((holder) => holder.startsWith('dev_') && holder !== self);
  const present = team?.filter(isPresent).map(({ device }) => device);
  return {
    id,
    entry: cleared || over ? { ...queueEntry, words: null } : queueEntry,
    contact: fixedContact,
    standing,
    over,
    messages: id === open && !cleared ? source.messages : [],
    plan: id === open && !cleared ? source.plan.state : noPlan,
    members,
    awaitsAgain: source.awaitsAgain,
    erasure: source.erasure,
    unattended:
      standing === 'unreadable' &&
      present !== undefined &&
      !members.some((member) => present.includes(member)),
    contactAway:
      fixedContact !== null &&
      fixedContact !== self &&
      present !== undefined &&
      !present.includes(fixedContact),
  };
}

import type { WorkerConversation } from '@opstap/protocol/client/index';
import { isOpenLead, type Lead, type LeadState } from '@opstap/protocol/conversation/lead';
import type { Message } from '@opstap/protocol/conversation/message';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';
import { noPlan, type PlanState } from '@opstap/protocol/plan/plan-state';
import { isPresent, type TeamDevice } from './colleagues.js';
import { type CaseLead, directionOf, newestFirst } from './leads.js';
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
  /** The leads of the conversation that is open, the newest first; of others none. */
  readonly leads: readonly CaseLead[];
  /** How far it has come where this programme proposed another one; null where nothing of that is open. */
  readonly proposed: LeadState | null;
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
  /** The own programme; null before that is known. */
  readonly programme: ProgrammeId | null;
  /** What comes in to it and goes out from it. */
  readonly leads: readonly Lead[];
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
> & {
  readonly plan: Pick<WorkerConversation['plan'], 'state'>;
  readonly leads: Pick<WorkerConversation['leads'], 'words'>;
};

export function shownOf(source: Source, look: Look): Shown {
  const { open, cleared, self, team, programme } = look;
  const { id, fixedContact, standing } = source;
  const over = standing === 'closed' || source.leaves;
  const foreign = isForeign(source, programme);
  const leads = look.leads.filter(({ conversation }) => conversation === id);
  const openLead = leads.find(isOpenLead);
  const queueEntry = foreign ? asked(source.queueEntry, openLead) : source.queueEntry;
  const others = source.view?.members.map(({ holder }) => holder) ?? [];
  const members = others.filter((holder) => holder.startsWith('dev_') && holder !== self);
  const present = team?.filter(isPresent).map(({ device }) => device);
  return {
    id,
    entry: cleared || over ? { ...queueEntry, words: null, asksToTalk: false } : queueEntry,
    contact: fixedContact,
    standing,
    over,
    foreign,
    leads:
      id === open && !cleared
        ? newestFirst(leads.map((lead) => ({ ...lead, ...source.leads.words(lead) })))
        : [],
    proposed:
      openLead !== undefined && directionOf(openLead, programme) === 'outgoing' ? openLead.state : null,
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
      !foreign &&
      fixedContact !== null &&
      fixedContact !== self &&
      present !== undefined &&
      !present.includes(fixedContact),
  };
}

/** Whether it is another programme's, in which this device is for a lead. */
function isForeign({ view }: Source, programme: ProgrammeId | null): boolean {
  return programme !== null && view !== null && view.programme !== programme;
}

/** What is owed in a case of another programme's is the answer to its lead, and what waits there waits for others. */
function asked(entry: Waiting['entry'], lead: Lead | undefined): Waiting['entry'] {
  return { ...entry, answerBy: lead?.answerBy ?? null, step: null };
}

import type { ConversationLog } from '../conversation/conversation-log.js';
import { type ConversationView, isPseudonym } from '../conversation/conversation-view.js';
import { hasLetIn, isOpenLead, type Lead } from '../conversation/lead.js';
import { LeadRequests } from '../conversation/lead-requests.js';
import type { LogRecord } from '../conversation/log-record.js';
import type { LogState } from '../conversation/log-state.js';
import type { PlanLog } from '../conversation/plan-log.js';
import { sameWanted, type WantedChange } from '../conversation/wanted-change.js';
import type { LeadId, ProgrammeId } from '../id/branded-id.js';
import type { Group, PendingCommit } from '../mls/group.js';
import { mostLeaves } from '../mls/membership.js';
import type { HandoverCardPayload } from '../payload/payload.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import type { ClientParts } from './client-parts.js';
import { trustedOf } from './device-refusal.js';

/** A lead as she may be shown it: the server's word, and what a worker said about it inside MLS (LEA-10). */
export interface OfferedLead extends Lead {
  readonly text: string;
  /** Codes of the ranking's reasons. */
  readonly reasons: readonly string[];
}

/** What she passes on: her own words, and what she picked of what was said before. */
export type HandoverCard = Omit<HandoverCardPayload, 'type' | 'id' | 'sentAt' | 'lead'>;

/** What there is besides the log of a conversation. */
export interface LeadParts {
  readonly session: SeatSession;
  readonly plan: PlanLog;
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number;
}

/** The leads of one conversation, on the phone whose it is. */
export class SeekerLeads {
  readonly #state: LogState;
  readonly #log: ConversationLog;
  readonly #requests: LeadRequests;
  readonly #parts: LeadParts;

  constructor(state: LogState, log: ConversationLog, parts: LeadParts) {
    this.#state = state;
    this.#log = log;
    this.#parts = parts;
    this.#requests = new LeadRequests(parts.session);
  }

  /** Those of which a worker has told her why, in the order in which she was told. */
  async list(): Promise<readonly OfferedLead[]> {
    const { view } = this.#state.record;
    if (view === null) return [];
    const leads = await this.#requests.ofConversation(view.conversation);
    await this.#forgetConsents(leads);
    return this.#told(leads);
  }

  /**
   * Consents: lets one device of the receiving programme in by a Commit of this phone (LEA-4). It reads nothing from before, what was written
   * before and had to wait included (LEA-13). Throws `lead-unknown` for one that she wasn't shown, a `DeviceRefusedError`, and problems;
   * nothing has changed then. After a failure that passes, such as `network-failure`, it may still be made by a later sync, until she refuses.
   */
  async consent(id: LeadId): Promise<void> {
    const lead = (await this.list()).find((each) => each.lead === id);
    if (lead === undefined) throw new OpstapError('lead-unknown');
    const { to: programme } = lead;
    const wanted: WantedChange = { kind: 'admit', lead: id, programme };
    // Before the Commit is sent: from then on the server may follow it.
    await this.#state.save({
      record: ({ consents }) => ({ consents: [...without(consents, id), { lead: id, programme }] }),
    });
    try {
      await this.#log.change(wanted);
    } catch (error) {
      // What is still wanted is made by a later sync; what was refused is no consent.
      const waits = this.#state.record.wanted.some((each) => sameWanted(each, wanted));
      if (!waits) await this.#state.save({ record: ({ consents }) => ({ consents: without(consents, id) }) });
      throw error;
    }
  }

  /** Says no, also to a consent that has not been made yet. */
  async refuse(lead: LeadId): Promise<void> {
    await this.#state.save({
      record: ({ wanted }) => ({
        wanted: wanted.filter((each) => each.kind !== 'admit' || each.lead !== lead),
      }),
    });
    await this.#requests.refuse(lead);
  }

  /**
   * Keeps what she passes on to who came in for a lead (LEA-14), and with `plan` the plan as it stands, to be sent by the next sync; nobody else
   * is let in before that. Throws `lead-unknown` where nobody of that programme is there by her consent, `payload-invalid`, and what a sync throws;
   * nothing is kept then.
   */
  async passOn(id: LeadId, card: HandoverCard): Promise<void> {
    await this.#log.sync();
    const lead = (await this.list()).find((each) => each.lead === id);
    const { group } = this.#state;
    if (lead === undefined || !hasLetIn(lead) || group === undefined || !isIn(lead.to, group))
      throw new OpstapError('lead-unknown');
    await this.#state.keep({ type: 'handover-card', lead: id, ...card }, this.#parts.now());
    if (card.plan) await this.#parts.plan.tellAgain();
  }

  /** Takes it back, also after she has consented: who was let in for it reads nothing from then on. */
  async withdraw(lead: LeadId): Promise<void> {
    await this.#requests.withdraw(lead);
    await this.#log.sync();
  }

  /** Stays with the programme that she is with. */
  async stay(lead: LeadId): Promise<void> {
    await this.#requests.stay(lead);
    await this.#log.sync();
  }

  /** The server's word has days, and no order within one. */
  #told(leads: readonly Lead[]): readonly OfferedLead[] {
    const told = new Map<LeadId, OfferedLead>();
    for (const { sender, payload } of this.#state.items) {
      if (payload?.type !== 'lead' || sender === null || told.has(payload.lead)) continue;
      const lead = leads.find((each) => each.lead === payload.lead && each.to === payload.programme);
      const member = this.#state.group?.members.find(({ identity }) => identity.holder === sender)?.identity;
      const foreign = member?.kind === 'device' && member.programme !== lead?.from;
      if (lead !== undefined && !foreign)
        told.set(lead.lead, { ...lead, text: payload.text, reasons: payload.reasons });
    }
    return [...told.values()];
  }

  /** What came to nothing is no consent any more. */
  async #forgetConsents(leads: readonly Lead[]): Promise<void> {
    const over = leads.filter((lead) => !isOpenLead(lead) && lead.state !== 'handed-over');
    const { consents } = this.#state.record;
    if (!consents.some(({ lead }) => over.some((each) => each.lead === lead))) return;
    const left = consents.filter(({ lead }) => !over.some((each) => each.lead === lead));
    await this.#state.save({ record: { consents: left } });
  }
}

/** Her Commit for a lead, or null where the device is in already. */
export async function admit(
  { lead, programme }: WantedChange & { readonly kind: 'admit' },
  group: Group,
  view: ConversationView,
  session: SeatSession,
  parts: ClientParts,
): Promise<PendingCommit | null> {
  const requests = new LeadRequests(session);
  const known = (await requests.ofConversation(view.conversation)).find((each) => each.lead === lead);
  if (known !== undefined && known.state !== 'proposed' && isIn(programme, group)) return null;
  await parts.directory.refresh(parts.transport);
  const trusted = await trustedOf(parts.judge, programme, await requests.claim(lead));
  return group.commit({ add: trusted.map(({ message }) => message), remove: makingRoom(group, view) });
}

/** Where nobody fits in any more: the newest device of the programme that she is with whose case it neither is nor becomes (LEA-4). */
function makingRoom({ members }: Group, { members: seats, fixedContact, successor }: ConversationView) {
  if (members.length < mostLeaves) return [];
  return seats
    .flatMap(({ holder, joinedAt = 0 }) =>
      isPseudonym(holder) || holder === fixedContact || holder === successor ? [] : [{ holder, joinedAt }],
    )
    .sort((one, other) => other.joinedAt - one.joinedAt)
    .map(({ holder }) => holder)
    .slice(0, 1);
}

/**
 * What the server's word about the programme changes: nothing, or that it is the one to which she consented. Throws
 * `programme-changed` for every other one (LEA-11).
 */
export function followProgramme(
  chosen: ProgrammeId,
  { programme }: ConversationView,
  { handedTo, consents }: LogRecord,
): Partial<LogRecord> {
  if (programme === (handedTo ?? chosen)) return {};
  if (!consents.some((consent) => consent.programme === programme))
    throw new OpstapError('programme-changed');
  return { handedTo: programme, consents: [] };
}

function isIn(programme: ProgrammeId, { members }: Group): boolean {
  return members.some(({ identity }) => identity.kind === 'device' && identity.programme === programme);
}

function without(consents: LogRecord['consents'], lead: LeadId): LogRecord['consents'] {
  return consents.filter((each) => each.lead !== lead);
}

import { type ConversationId, type LeadId, type ProgrammeId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, objectOf, textOf } from '../json/json-value.js';
import type { Decline } from '../payload/payload.js';
import type { SeatSession } from '../session/seat-session.js';
import type { ClaimedKeyPackage } from './conversation-requests.js';
import { decodeLead, decodeLeads, type Lead } from './lead.js';

/** The requests about leads, for one seat. Each throws a problem or `network-failure`; done again it gets the same answer (LEA-2). */
export class LeadRequests {
  readonly #session: SeatSession;

  constructor(session: SeatSession) {
    this.#session = session;
  }

  /** Throws `lead-open` where another one is, and `programme-unavailable`. */
  async propose(conversation: ConversationId, programme: ProgrammeId): Promise<Lead> {
    const target = `/v1/conversations/${conversation}/leads`;
    const { body } = await this.#session.request({ method: 'POST', target, body: { programme } });
    return decodeLead(body);
  }

  async ofConversation(conversation: ConversationId): Promise<readonly Lead[]> {
    const target = `/v1/conversations/${conversation}/leads`;
    return decodeLeads((await this.#session.request({ method: 'GET', target })).body);
  }

  /** What comes in to this device's programme and goes out from it, the newest first. */
  async ofProgramme(): Promise<readonly Lead[]> {
    return decodeLeads((await this.#session.request({ method: 'GET', target: '/v1/leads' })).body);
  }

  /** A package of the receiving programme, for her Commit. Throws `lead-moved`, `nobody-on-duty`, `programme-unavailable`. */
  async claim(lead: LeadId): Promise<readonly ClaimedKeyPackage[]> {
    const target = `/v1/leads/${lead}/key-package`;
    const { body } = await this.#session.request({ method: 'POST', target, body: {} });
    const { keyPackages } = objectOf(body);
    return arrayOf(keyPackages, (value) => {
      const { device, message } = objectOf(value);
      return { device: parseId('dev', textOf(device)), message: bytesOf(message) };
    });
  }

  answer(lead: LeadId, answer: 'accepted' | Decline): Promise<Lead> {
    return this.#put(lead, 'answer', { answer });
  }

  refuse(lead: LeadId): Promise<Lead> {
    return this.#put(lead, 'refusal');
  }

  withdraw(lead: LeadId): Promise<Lead> {
    return this.#put(lead, 'withdrawal');
  }

  handOver(lead: LeadId): Promise<Lead> {
    return this.#put(lead, 'handover');
  }

  stay(lead: LeadId): Promise<Lead> {
    return this.#put(lead, 'stay');
  }

  async #put(lead: LeadId, what: string, members: { readonly answer?: string } = {}): Promise<Lead> {
    const target = `/v1/leads/${lead}/${what}`;
    const { body } = await this.#session.request({ method: 'PUT', target, body: members });
    return decodeLead(body);
  }
}

import type { Waiting } from '@opstap/protocol/conversation/conversation-view';
import type { Message } from '@opstap/protocol/conversation/message';
import type { CheckInPayload, HandoverCardPayload } from '@opstap/protocol/payload/payload';
import type { Card } from '../../shared/model/bubble.js';

/** Where an own message is. Each step is said only once it is known. */
export type Progress = 'kept-here' | 'sent' | 'fetched' | 'answered' | 'refused';

/** What of a conversation's messages is shown. */
export interface Line {
  readonly key: string;
  readonly own: boolean;
  /** Null where it is no words, or could not be read. */
  readonly text: string | null;
  /** What she passed on to who came in by a lead, where it is that. */
  readonly card: HandoverCardPayload | null;
  /** What her phone told of a check-in; null where it is none. */
  readonly checkIn: CheckInPayload | null;
  /** An organisation that somebody of the team sent her to. */
  readonly referral: Card | null;
  /** Whether it is no words, but a device that asked in her place to erase everything. */
  readonly asksToErase: boolean;
  /** Milliseconds since 1970; null where it could not be read. */
  readonly sentAt: number | null;
  /** The name of the person who wrote it; null for an own one and before she said it. */
  readonly name: string | null;
  /** Whether she marked it as urgent. */
  readonly urgent: boolean;
  /** Null for another's. */
  readonly progress: Progress | null;
}

/** Who has the conversation, as far as the phone knows. */
export interface Holder {
  readonly name: string | null;
}

export function linesOf(messages: readonly Message[]): readonly Line[] {
  const lastAnswer = messages.findLastIndex(isAnswer);
  const names = namesOf(messages);
  return messages.flatMap((message, index): Line[] => {
    if (message.payload?.type === 'introduction') return [];
    const text = message.payload?.type === 'text' ? message.payload : null;
    const card = message.payload?.type === 'handover-card' ? message.payload : null;
    const checkIn = message.payload?.type === 'check-in' ? message.payload : null;
    const own = message.sender === null;
    const referral = own || message.payload?.type !== 'referral' ? null : message.payload;
    return [
      {
        key: String(message.order),
        own,
        text: text?.text ?? null,
        card,
        checkIn,
        referral: referral && { id: referral.id, partner: referral.partner },
        asksToErase: message.payload?.type === 'erase',
        sentAt: [text, card, checkIn, referral].every((each) => each === null) ? null : message.sentAt,
        name: message.sender === null ? null : (names.get(message.sender) ?? null),
        urgent: own && text?.urgent === true,
        progress: own ? progressOf(message, index < lastAnswer) : null,
      },
    ];
  });
}

/** The newest name by which each member introduced itself. */
export function namesOf(messages: readonly Message[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { sender, payload } of messages) {
    if (sender !== null && payload?.type === 'introduction') names.set(sender, payload.name);
  }
  return names;
}

function progressOf({ delivery }: Message, answered: boolean): Progress {
  return answered && (delivery === 'sent' || delivery === 'fetched') ? 'answered' : delivery;
}

function isAnswer({ sender, payload }: Message): boolean {
  return sender !== null && payload?.type === 'text';
}

/** Who has the conversation, and who had it before; null where nobody did. */
export interface Contacts {
  readonly contact: string | null;
  readonly former: string | null;
}

/** What the head of the conversation says, in the order in which it comes true. */
export type Stage =
  | { readonly kind: 'kept-here' }
  | ({ readonly kind: 'with-team' } & Promised)
  | ({
      readonly kind: 'with-person';
      readonly name: string | null;
      /** Whether who had it before has written to her, and this person not since then. */
      readonly tookOver: boolean;
    } & Promised);

/** By when an answer was promised, and by whom; `late` is whether that has passed. */
export interface Promised {
  readonly answerBy: number | null;
  readonly step: Waiting | null;
  readonly late: boolean;
}

export function stageOf(
  messages: readonly Message[],
  { contact, former }: Contacts,
  answerBy: number | null,
  now: number,
  step: Waiting | null = answerBy === null ? null : 'promised',
): Stage {
  const late = answerBy !== null && answerBy < now;
  if (contact !== null) {
    const lastOf = (device: string | null) =>
      messages.findLastIndex((message) => isAnswer(message) && message.sender === device);
    const name = namesOf(messages).get(contact) ?? null;
    return { kind: 'with-person', name, tookOver: lastOf(former) > lastOf(contact), answerBy, step, late };
  }
  const arrived = messages.some(({ delivery, sender }) => sender === null && isThere(delivery));
  return arrived ? { kind: 'with-team', answerBy, step, late } : { kind: 'kept-here' };
}

function isThere(delivery: Message['delivery']): boolean {
  return delivery === 'sent' || delivery === 'fetched';
}

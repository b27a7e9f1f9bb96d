import type { Care } from '@opstap/protocol/care/care';
import type { SeekerConversation } from '@opstap/protocol/client/index';
import type { Waiting } from '@opstap/protocol/conversation/conversation-view';
import type { Message } from '@opstap/protocol/conversation/message';
import type { PlanState } from '@opstap/protocol/plan/plan-state';

/** A conversation beside the current one. */
export interface Earlier {
  /** Where it is kept. */
  readonly prefix: string;
  readonly messages: readonly Message[];
  /** Whether she went elsewhere, and was answered after that. */
  readonly answeredLate: boolean;
}

/** What the conversation's screen shows; replaced whole whenever something is new. */
export interface Talk {
  readonly messages: readonly Message[];
  /** Whether a message arrived unreadable, and was asked for again. */
  readonly awaitsAgain: boolean;
  /** Whether it goes on on another phone. */
  readonly moved: boolean;
  readonly contact: string | null;
  /** Who had the conversation before. */
  readonly former: string | null;
  readonly answerBy: number | null;
  readonly step: Waiting | null;
  /** Whether somebody of the team is there who reads it, as far as is known. */
  readonly attended: boolean;
  /** Whether nobody has answered in time, and she may go to another team. */
  readonly mayGoOn: boolean;
  readonly programme: string;
  readonly earlier: readonly Earlier[];
  readonly plan: PlanState;
  /** How many came in later, and don't know all of the plan. */
  readonly planStrangers: number;
  /** Her check-ins; null where she wants none. */
  readonly care: Care | null;
  /** Whether what she said last is, by a touch, that she wants to talk. */
  readonly asksToTalk: boolean;
}

export function talkOf(
  conversation: SeekerConversation,
  all: readonly SeekerConversation[],
  mayGoOn: boolean,
): Talk {
  return {
    messages: conversation.messages,
    awaitsAgain: conversation.awaitsAgain,
    moved: conversation.moved,
    contact: conversation.fixedContact,
    former: conversation.formerContact,
    answerBy: conversation.view?.answerBy ?? null,
    step: conversation.view?.waiting ?? null,
    attended: conversation.view?.attended ?? true,
    mayGoOn,
    programme: conversation.programme,
    plan: conversation.plan.state,
    planStrangers: conversation.plan.strangers.length,
    care: conversation.care.care,
    asksToTalk: conversation.care.asksToTalk,
    earlier: all
      .filter((each) => each !== conversation)
      .map(({ prefix, messages, answeredSinceGone }) => ({
        prefix,
        messages,
        answeredLate: answeredSinceGone,
      })),
  };
}

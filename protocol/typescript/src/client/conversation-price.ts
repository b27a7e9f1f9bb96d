import { currentStatuses } from '../directory/status-book.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { formatInstant } from '../json/json-value.js';
import type { DirectoryHolding } from './trusted-directory.js';

/** What a programme asks for a conversation. */
export interface ConversationPrice {
  /** Tokens, the one that opens the pseudonym included. */
  readonly tokensPerConversation: number;
  /** Whether one of its own cards opens a conversation, and nothing else does. */
  readonly cardsOnly: boolean;
}

const ordinary: ConversationPrice = { tokensPerConversation: 1, cardsOnly: false };

/** What a programme asks at a moment, by the status that it signed; one token where it says nothing. */
export function priceOf(
  holding: DirectoryHolding | undefined,
  programme: ProgrammeId,
  now: number,
): ConversationPrice {
  if (holding === undefined) return ordinary;
  return currentStatuses(holding.statuses, formatInstant(now)).get(programme) ?? ordinary;
}

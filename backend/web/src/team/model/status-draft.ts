import type { StatusContent } from '@opstap/protocol/client/index';
import { mostClosedDays, type ProgrammeStatus } from '@opstap/protocol/directory/programme-status';
import { type HoursMistake, hoursOf, mistakeIn, type Week, weekOf } from './opening-week.js';

/** What a coordinator types about her programme, before it is signed. A number is null while its field is empty. */
export interface StatusDraft {
  readonly week: Week;
  /** Days as `2026-12-25`, empty while nothing was chosen. */
  readonly closedOn: readonly string[];
  readonly capacity: StatusContent['capacity'];
  readonly weeksWaiting: number | null;
  readonly tokensPerConversation: number | null;
  readonly cardsOnly: boolean;
}

export type StatusMistake =
  | { readonly what: 'hours'; readonly weekday: number; readonly mistake: HoursMistake }
  | { readonly what: 'closed-days' | 'weeks' | 'tokens' };

/** Weeks that a waiting list may be said to last. */
export const mostWeeks = 520;
/** Tokens that a conversation may cost. */
export const mostTokens = 10;

const unsaid: StatusContent = {
  openingHours: [],
  closedOn: [],
  capacity: 'open',
  weeksWaiting: 0,
  tokensPerConversation: 1,
  cardsOnly: false,
};

/** What is said now, to be changed; days that are past are left out. */
export function draftOf(status: ProgrammeStatus | null, today: string): StatusDraft {
  const { openingHours, closedOn, capacity, weeksWaiting, tokensPerConversation, cardsOnly } =
    status ?? unsaid;
  return {
    week: weekOf(openingHours),
    closedOn: closedOn.filter((day) => day >= today),
    capacity,
    weeksWaiting,
    tokensPerConversation,
    cardsOnly,
  };
}

/** Why a draft can't be signed, in the order in which it is read. */
export function mistakesIn(draft: StatusDraft): readonly StatusMistake[] {
  const mistakes: StatusMistake[] = draft.week.flatMap((hours, weekday) => {
    const mistake = mistakeIn(hours);
    return mistake === null ? [] : [{ what: 'hours' as const, weekday, mistake }];
  });
  const { closedOn, weeksWaiting, tokensPerConversation } = draft;
  if (closedOn.includes('') || closedOn.length > mostClosedDays) mistakes.push({ what: 'closed-days' });
  if (draft.capacity === 'waiting-list' && !within(weeksWaiting, 0, mostWeeks))
    mistakes.push({ what: 'weeks' });
  if (!draft.cardsOnly && !within(tokensPerConversation, 1, mostTokens)) mistakes.push({ what: 'tokens' });
  return mistakes;
}

/** What is signed of a draft without mistakes. */
export function contentOf(draft: StatusDraft): StatusContent {
  const { capacity, cardsOnly, weeksWaiting, tokensPerConversation } = draft;
  return {
    openingHours: hoursOf(draft.week),
    closedOn: [...new Set(draft.closedOn)].sort(),
    capacity,
    weeksWaiting: capacity === 'waiting-list' ? (weeksWaiting ?? 0) : 0,
    tokensPerConversation: cardsOnly ? 1 : (tokensPerConversation ?? 1),
    cardsOnly,
  };
}

function within(value: number | null, least: number, most: number): boolean {
  return value !== null && Number.isInteger(value) && value >= least && value <= most;
}

import type { RosterDuty } from '@opstap/protocol/duty/roster';
import type { RosterTrouble } from '../api/roster.svelte.js';
import type { StockWarning } from './stock.js';
import type { TeamKey } from './words.js';

export const dutyWords = {
  primary: 'roster.primary',
  backup: 'roster.backup',
} as const satisfies Record<RosterDuty, TeamKey>;

/** Two who have it at once. */
export const bothWords = {
  primary: 'roster.wrong.two-primaries',
  backup: 'roster.wrong.two-backups',
} as const satisfies Record<RosterDuty, TeamKey>;

/** Who has a duty all week. */
export const alwaysWords = {
  primary: 'roster.now.primary',
  backup: 'roster.now.backup',
} as const satisfies Record<RosterDuty, TeamKey>;

/** Who has a duty until an hour. */
export const untilWords = {
  primary: 'roster.now.primary.until',
  backup: 'roster.now.backup.until',
} as const satisfies Record<RosterDuty, TeamKey>;

export const warningWords = {
  'no-credential': 'roster.warning.no-credential',
  'credential-ends': 'roster.warning.credential-ends',
  'no-last-resort': 'roster.warning.no-last-resort',
  'little-stock': 'roster.warning.little-stock',
} as const satisfies Record<StockWarning, TeamKey>;

/** What the server refused; where somebody was faster the page asks instead. */
export const rosterTroubleWords = {
  left: 'roster.trouble.left',
  overlap: 'roster.trouble.overlap',
} as const satisfies Record<Exclude<RosterTrouble, 'changed'>, TeamKey>;

import type { Waiting } from '../../src/conversation/conversation-view.js';

/** `present`: switched on, not paused, not cut off. `away`: it comes back with all that it has. `gone`: lost or cut off. */
export type Presence = 'present' | 'away' | 'gone';

/** A device of the programme and one conversation, once it has fetched what it can. */
export interface Sight {
  readonly presence: Presence;
  /** Whether it has decrypted the newest message, or written it, and still has its seat and its keys. */
  readonly reads: boolean;
  /** Whether the server has a seat for it: what it hasn't fetched it does when it is back, and then has to read or to tell. */
  readonly seated: boolean;
  /** Whether its page says that the case, or what there is of it, can't be read there, or that something is to be sent again. */
  readonly tells: boolean;
}

/** One conversation at one moment. */
export interface Case {
  readonly conversation: string;
  /** Whether the newest message is the seeker's. */
  readonly hers: boolean;
  readonly devices: readonly Sight[];
  /** Whose deadline runs, by the server. */
  readonly waiting: Waiting | null;
  /** In milliseconds since 1970. */
  readonly answerBy: number | null;
  /** Whether the server says that a device is there which reads it. */
  readonly attended: boolean;
  /** Whether her phone shows that state, that hour and whether anybody is there; null while it is off. */
  readonly phoneShows: boolean | null;
  /** Whether no device is left in it and the coordinator was told so as she handed it on. */
  readonly told: boolean;
}

export type Verdict = 'read' | 'shown' | 'gap';

/** Milliseconds in which a server that looks every 20 seconds has told the next ones (WAI-2), with room for the look itself. */
const tellingTakes = 60_000;

/** Whether somebody has a conversation, or it is seen that nobody has it: WAI-13. `now` is the server's time in milliseconds since 1970. */
export function verdictOf(each: Case, now: number): Verdict {
  if (each.phoneShows === false) return 'gap';
  if (each.devices.some(({ presence, reads }) => presence === 'present' && reads)) return 'read';
  return isShown(each, now) ? 'shown' : 'gap';
}

function isShown({ hers, waiting, answerBy, attended, devices, told }: Case, now: number): boolean {
  if (told || devices.some(({ presence, tells }) => presence === 'present' && tells)) return true;
  if (waiting === null || answerBy === null) return !hers && !attended && devices.some(isBack);
  return waiting === 'next' || answerBy > now - tellingTakes;
}

/** Whether it will read her next words when it is back. Where nobody would, it isn't enough to say that nobody is there. */
function isBack({ presence, reads, seated }: Sight): boolean {
  return presence === 'away' && (reads || seated);
}

/** How many conversations each verdict has. */
export function countVerdicts(verdicts: readonly Verdict[]): Readonly<Record<Verdict, number>> {
  const count = { read: 0, shown: 0, gap: 0 };
  for (const verdict of verdicts) count[verdict] += 1;
  return count;
}

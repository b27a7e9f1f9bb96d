import { decodeTyped, type PlanTyped } from '../../shared/model/plan-typed.js';

export type Duty = 'primary' | 'backup' | 'off';

/** A worker who pauses, or has come back and not read yet what went meanwhile. */
export interface Pause {
  /** Her duty before. */
  readonly duty: Duty;
  /** The cases that were hers then; once she is back, those of them that went to a colleague. */
  readonly cases: readonly string[];
  readonly over: boolean;
}

/** What the page keeps of a worker's own, beside what the client keeps. */
export interface Desk {
  readonly language: string | null;
  /** The name that those whom she helps see; it travels only inside MLS. */
  readonly name: string;
  readonly duty: Duty;
  readonly pause: Pause | null;
  readonly joined: boolean;
  /** The conversation that she has open, or null. */
  readonly open: string | null;
  /** What she is writing, by conversation. */
  readonly answers: Readonly<Record<string, string>>;
  /** What she is writing in plans, by conversation. */
  readonly plans: Readonly<Record<string, PlanTyped>>;
  /** How many conversations who wrote has erased, until she has read that. */
  readonly erased: number;
}

export const emptyDesk: Desk = {
  language: null,
  name: '',
  duty: 'primary',
  pause: null,
  joined: false,
  open: null,
  answers: {},
  plans: {},
  erased: 0,
};

/** Reads what an earlier page kept; what isn't of the form counts as not there. */
export function decodeDesk(value: unknown): Desk {
  if (typeof value !== 'object' || value === null) return emptyDesk;
  const { language, name, duty, pause, joined, open, answers, plans, erased } = membersOf(value);
  return {
    language: typeof language === 'string' ? language : null,
    name: typeof name === 'string' ? name : '',
    duty: dutyOf(duty),
    pause: decodePause(pause),
    joined: joined === true,
    open: typeof open === 'string' ? open : null,
    answers: Object.fromEntries(
      Object.entries(typeof answers === 'object' && answers !== null ? answers : {}).filter(
        ([, text]) => typeof text === 'string' && text !== '',
      ),
    ),
    plans: decodePlans(plans),
    erased: typeof erased === 'number' && Number.isSafeInteger(erased) && erased > 0 ? erased : 0,
  };
}

function decodePlans(value: unknown): Desk['plans'] {
  const plans = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const typed = plans.map(([id, forms]) => [id, decodeTyped(forms)] as const);
  return Object.fromEntries(typed.filter(([, forms]) => Object.keys(forms).length > 0));
}

function decodePause(value: unknown): Pause | null {
  if (typeof value !== 'object' || value === null) return null;
  const { duty, cases, over } = membersOf(value);
  return {
    duty: dutyOf(duty),
    cases: Array.isArray(cases) ? cases.filter((id) => typeof id === 'string') : [],
    over: over === true,
  };
}

function dutyOf(value: unknown): Duty {
  return value === 'backup' || value === 'off' ? value : 'primary';
}

function membersOf(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value));
}

/** A conversation as far as it is over for this device. */
interface Ending {
  readonly id: string;
  readonly over: boolean;
}

/**
 * What changes where a conversation is over: it is left if it is open while that happens, and what was being written in it is gone. Null
 * where nothing changes. Who opens one that was over before, reads it.
 */
export function withoutOver(
  { open, answers, plans }: Desk,
  now: readonly Ending[],
  before: readonly Ending[],
): Pick<Desk, 'open' | 'answers' | 'plans'> | null {
  const isOver = (list: readonly Ending[], id: string) => list.some((each) => each.id === id && each.over);
  const leaves = open !== null && isOver(now, open) && !isOver(before, open);
  const written = keptOf({ answers, plans }, (id) => !isOver(now, id));
  return leaves || written.fewer ? { open: leaves ? null : open, ...written.kept } : null;
}

/** What is being written in those conversations that a test lets pass, and whether something goes. */
function keptOf({ answers, plans }: Pick<Desk, 'answers' | 'plans'>, passes: (id: string) => boolean) {
  const gone = [...Object.keys(answers), ...Object.keys(plans)].filter((id) => !passes(id));
  const without = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !gone.includes(id)));
  return { kept: { answers: without(answers), plans: without(plans) }, fewer: gone.length > 0 };
}

/** The desk without anything of conversations that the client doesn't have (ERA-7). */
export function withoutGone(desk: Desk, known: readonly string[]): Partial<Desk> | null {
  const { open, pause } = desk;
  const written = keptOf(desk, (id) => known.includes(id));
  const cases = pause?.cases.filter((id) => known.includes(id)) ?? [];
  const leaves = open !== null && !known.includes(open);
  const fewer = written.fewer || cases.length < (pause?.cases.length ?? 0);
  if (!leaves && !fewer) return null;
  return {
    open: leaves ? null : open,
    ...written.kept,
    pause: pause === null ? null : { ...pause, cases },
  };
}

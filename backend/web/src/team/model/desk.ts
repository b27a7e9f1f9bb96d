/** What the page keeps of a worker's own, beside what the client keeps. */
export interface Desk {
  readonly language: string | null;
  /** The name that those whom she helps see; it travels only inside MLS. */
  readonly name: string;
  readonly duty: 'primary' | 'backup' | 'off';
  readonly joined: boolean;
  /** The conversation that she has open, or null. */
  readonly open: string | null;
  /** What she is writing, by conversation. */
  readonly answers: Readonly<Record<string, string>>;
}

export const emptyDesk: Desk = {
  language: null,
  name: '',
  duty: 'primary',
  joined: false,
  open: null,
  answers: {},
};

/** Reads what an earlier page kept; what isn't of the form counts as not there. */
export function decodeDesk(value: unknown): Desk {
  if (typeof value !== 'object' || value === null) return emptyDesk;
  const kept: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  const { language, name, duty, joined, open, answers } = kept;
  return {
    language: typeof language === 'string' ? language : null,
    name: typeof name === 'string' ? name : '',
    duty: duty === 'backup' || duty === 'off' ? duty : 'primary',
    joined: joined === true,
    open: typeof open === 'string' ? open : null,
    answers: Object.fromEntries(
      Object.entries(typeof answers === 'object' && answers !== null ? answers : {}).filter(
        ([, text]) => typeof text === 'string' && text !== '',
      ),
    ),
  };
}

/** What she is about to pass on to who came in by a lead, kept until it is sent. */
export interface Passing {
  readonly lead: string;
  /** In her own words. */
  readonly text: string;
  readonly picked: readonly Picked[];
  /** What she had told of herself, by name. */
  readonly facts: readonly string[];
  readonly plan: boolean;
}

/** A message that goes along, by its order; of her own, with the words that she makes of them. */
export interface Picked {
  readonly order: number;
  readonly text: string;
}

export function nothingPassed(lead: string): Passing {
  return { lead, text: '', picked: [], facts: [], plan: false };
}

/** Reads what an earlier page kept; null where it isn't of the form. */
export function decodePassing(value: unknown): Passing | null {
  const { lead, text, picked, facts, plan } = membersOf(value);
  if (typeof lead !== 'string') return null;
  return {
    lead,
    text: typeof text === 'string' ? text : '',
    picked: Array.isArray(picked) ? picked.flatMap(pickedOf) : [],
    facts: Array.isArray(facts) ? facts.filter((each) => typeof each === 'string') : [],
    plan: plan === true,
  };
}

function pickedOf(value: unknown): Picked[] {
  const { order, text } = membersOf(value);
  return typeof order === 'number' && typeof text === 'string' ? [{ order, text }] : [];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The languages that the phone's page speaks, in the order in which they are offered. */
export const phoneLanguages = ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR', 'th'] as const;
export type PhoneLanguage = (typeof phoneLanguages)[number];

/** Those that the team's page speaks. What both pages share speaks all of the phone's. */
export const pageLanguages = ['nl', 'en'] as const satisfies readonly PhoneLanguage[];
export type PageLanguage = (typeof pageLanguages)[number];

export function isPhoneLanguage(text: unknown): text is PhoneLanguage {
  return phoneLanguages.some((language) => language === text);
}

/** The first of the wanted languages, such as the browser's, that is spoken, whatever its region; `otherwise` where there is none. */
export function firstLanguage<Language extends PhoneLanguage>(
  wanted: readonly string[],
  spoken: readonly Language[],
  otherwise: Language,
): Language {
  const known = wanted.flatMap((tag) => spoken.find((each) => baseOf(each) === baseOf(tag)) ?? []);
  return known[0] ?? otherwise;
}

function baseOf(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}

/** A sentence in the forms that a language has for numbers, by the categories of `Intl.PluralRules`. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A sentence of a catalogue. Of one that counts, the one number among what fills its gaps chooses the form. */
export type Sentence = string | Forms;

/** The sentences of a catalogue in one language; one that is missing fails the type check. */
export type Words<Key extends string> = Readonly<Record<Key, Sentence>>;

/** Fetches a catalogue in each language; only the one in use is loaded. */
export type Catalogues<Key extends string, Language extends PhoneLanguage = PhoneLanguage> = Readonly<
  Record<Language, () => Promise<Words<Key>>>
>;

/** What fills the gaps of a sentence, by the name between its braces. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence of a catalogue in the language of the page. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/**
 * Says sentences of one catalogue, with numbers as its language writes them. A gap that nothing fills stays visible, so that a test
 * finds it. Without a language only a catalogue in which nothing counts can be said.
 */
export function sayFrom<Key extends string>(words: Readonly<Record<Key, string>>): Say<Key>;
export function sayFrom<Key extends string>(words: Words<Key>, language: PhoneLanguage): Say<Key>;
export function sayFrom<Key extends string>(words: Words<Key>, language: PhoneLanguage = 'nl'): Say<Key> {
  const shown = (value: string | number) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  return (key, values = {}) =>
    formOf(words[key], values, language).replace(/\{(\w+)\}/g, (gap, name: string) =>
      shown(values[name] ?? gap),
    );
}

function formOf(sentence: Sentence, values: Values, language: PhoneLanguage): string {
  if (typeof sentence === 'string') return sentence;
  const number = Object.values(values).find((value) => typeof value === 'number');
  const category = number === undefined ? 'other' : new Intl.PluralRules(language).select(number);
  return sentence[category] ?? sentence.other;
}

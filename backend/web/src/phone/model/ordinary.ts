/** Where the ordinary list is in what is kept. It is there where the second code was typed, and nowhere else (LCK-17). */
export const ordinaryName = 'page/ordinary';

/** Characters. What somebody writes in a list like this is shorter, and the page stays quick with more. */
export const longestTitle = 120;
export const longestText = 10_000;

/** A line of the ordinary list. */
export interface Entry {
  readonly title: string;
  readonly text: string;
  /** The day that it is about, as `2026-11-23`; empty where it is about none. */
  readonly day: string;
}

export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(entries));
}

/** What {@link encodeEntries} made; without a line where it can't be read. */
export function decodeEntries(bytes: Uint8Array): readonly Entry[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? value.flatMap((each: unknown) => entryOf(each) ?? []) : [];
  } catch {
    return [];
  }
}

function entryOf(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const part = (name: string) => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' ? found : '';
  };
  return { title: part('title'), text: part('text'), day: part('day') };
}

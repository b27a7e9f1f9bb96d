/** A name that somebody gave, or null where there is none, or one that reads like a word by which the page itself says who speaks. */
export function shownName(name: string | null | undefined, labels: readonly string[]): string | null {
  if (name === null || name === undefined) return null;
  return labels.some((label) => bare(label) === bare(name)) ? null : name;
}

/** What of a text catches the eye: its letters and digits, without their case and their marks. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

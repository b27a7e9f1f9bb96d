/** Letters of a word by which no other word of a list begins. */
const telling = 4;
const mostMeant = 3;

/** The words in what somebody typed: capitals, accents, what stands between the words and how they are numbered don't matter. */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .match(/\p{Letter}+/gu) ?? []
  );
}

/** What somebody typed with a word in place of another one, in the form in which words are sent on. */
export function withWord(text: string, wrong: string, right: string): string {
  const words = wordsIn(text);
  const at = words.indexOf(wrong);
  return words.map((word, each) => (each === at ? right : word)).join(' ');
}

/** Words of a list that somebody may have meant: what begins alike, and what differs in a letter or two. */
export function meantIn(list: readonly string[], word: string): readonly string[] {
  const bound = word.length < telling ? 1 : 2;
  return list
    .filter((each) => Math.abs(each.length - word.length) <= bound || begins(word, each))
    .map((each) => ({ each, away: begins(word, each) ? 0 : distance(word, each) }))
    .filter(({ away }) => away <= bound)
    .sort((a, b) => a.away - b.away)
    .slice(0, mostMeant)
    .map(({ each }) => each);
}

function begins(word: string, listed: string): boolean {
  return word.length >= telling && word.slice(0, telling) === listed.slice(0, telling);
}

/** How many letters have to be put in, left out, changed or swapped with their neighbour. */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const changed = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + changed);
      const swapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (i > 1 && j > 1 && swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}

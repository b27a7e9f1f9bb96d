import type { PDFDocument, PDFFont, PDFImage } from 'pdf-lib';

export type Weight = 'regular' | 'bold';

/** The files of each weight's letters, in the order in which a letter is looked for in them. */
export type LetterFiles = Readonly<Record<Weight, readonly Uint8Array[]>>;

/** A word as the phone itself shows it: a PNG, and its measures in heights of a letter. */
export interface WordPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** How much of it is under the line on which letters stand. */
  readonly below: number;
}

/** Draws a word with the phone's own letters; null where it can't. */
export type DrawWord = (word: string, weight: Weight) => Promise<WordPicture | null>;

interface Measured {
  /** In heights of a letter. */
  readonly width: number;
}

/** What can be put on the paper in one go. */
export type Piece = Measured &
  (
    | { readonly kind: 'letters'; readonly text: string; readonly font: PDFFont }
    | {
        readonly kind: 'picture';
        readonly text: string;
        readonly image: PDFImage;
        readonly height: number;
        readonly below: number;
      }
    | { readonly kind: 'box' }
  );

/** What stands together on one line. */
export interface Word {
  readonly pieces: readonly Piece[];
  /** Whether a space is before it. */
  readonly spaced: boolean;
  readonly rightToLeft: boolean;
}

interface Face {
  readonly font: PDFFont;
  readonly characters: ReadonlySet<number>;
}

const boxWidth = 0.7;
const grapheme = /(?:\P{M}|^\p{M})(?:\p{M}|\u200d|\ufe0f)*/gu;
const unseen = /\p{Cf}/gu;
const fromTheRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstLetter = /\p{L}/u;

/** Whether a text is read from the right: so its first letter says. */
export function readsFromTheRight(text: string): boolean {
  return fromTheRight.test(firstLetter.exec(text)?.[0] ?? '');
}

/**
 * Turns texts into what a paper can hold, and loses nothing silently: what the files have no letter for becomes a picture, and what can't
 * be drawn either becomes an empty box; both are listed.
 */
export class Letters {
  readonly pictured = new Set<string>();
  readonly missing = new Set<string>();
  readonly #doc: PDFDocument;
  readonly #files: LetterFiles;
  readonly #draw: DrawWord;
  readonly #faces = new Map<string, Promise<Face>>();

  constructor(doc: PDFDocument, files: LetterFiles, draw: DrawWord) {
    this.#doc = doc;
    this.#files = files;
    this.#draw = draw;
  }

  /** The words of one line of text. */
  async wordsOf(text: string, weight: Weight): Promise<readonly Word[]> {
    const words: Word[] = [];
    for (const token of text
      .normalize('NFC')
      .replace(/\u2011/g, '-')
      .split(/[\s\p{Cc}]+/u)) {
      if (token === '') continue;
      for (const [index, segment] of (await this.#segmentsOf(token, weight)).entries()) {
        const pieces = await this.#piecesOf(segment, weight);
        words.push({ pieces, spaced: index === 0, rightToLeft: fromTheRight.test(segment) });
      }
    }
    return words;
  }

  /** Languages that write without spaces are broken between their words; what the files have whole stays whole. */
  async #segmentsOf(token: string, weight: Weight): Promise<readonly string[]> {
    if (fromTheRight.test(token) || (await this.#has(token, weight))) return [token];
    return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(token)].map(
      ({ segment }) => segment,
    );
  }

  async #piecesOf(text: string, weight: Weight): Promise<readonly Piece[]> {
    if (!(await this.#has(text, weight))) {
      const picture = await this.#draw(text, weight);
      if (picture !== null) {
        this.pictured.add(text);
        const image = await this.#doc.embedPng(picture.png);
        const { width, height, below } = picture;
        return [{ kind: 'picture', text, image, width, height, below }];
      }
    }
    // Measured once it is whole: a word may have thousands of letters.
    const runs: { readonly font: PDFFont | null; readonly letters: string[] }[] = [];
    for (const each of text.match(grapheme) ?? []) {
      const shown = each.replace(unseen, '');
      if (shown === '') continue;
      const font = (await this.#faceOf(shown, weight))?.font ?? null;
      if (font === null) this.missing.add(each);
      const last = runs.at(-1);
      if (font !== null && last?.font === font) last.letters.push(shown);
      else runs.push({ font, letters: [shown] });
    }
    return runs.map(
      ({ font, letters }): Piece =>
        font === null ? { kind: 'box', width: boxWidth } : lettersOf(letters.join(''), font),
    );
  }

  async #has(text: string, weight: Weight): Promise<boolean> {
    for (const each of text.replace(unseen, '').match(grapheme) ?? []) {
      if ((await this.#faceOf(each, weight)) === null) return false;
    }
    return true;
  }

  /** Letters with marks that have no place of their own are left to the phone: it knows where the marks go. */
  async #faceOf(each: string, weight: Weight): Promise<Face | null> {
    const [character, ...marks] = [...each];
    if (character === undefined || marks.length > 0) return null;
    for (const index of this.#files[weight].keys()) {
      const face = await this.#face(weight, index);
      if (face.characters.has(character.codePointAt(0) ?? 0)) return face;
    }
    return null;
  }

  #face(weight: Weight, index: number): Promise<Face> {
    const customName = `${weight}${index}`;
    const known = this.#faces.get(customName) ?? this.#open(this.#files[weight][index], customName);
    this.#faces.set(customName, known);
    return known;
  }

  async #open(file: Uint8Array | undefined, customName: string): Promise<Face> {
    if (file === undefined) throw new RangeError();
    // Each letter is taken as it is, neither joined nor taken apart: what is copied from the paper is then what was written.
    const font = await this.#doc.embedFont(file, {
      subset: true,
      customName,
      features: { ccmp: false, liga: false },
    });
    return { font, characters: new Set(font.getCharacterSet()) };
  }
}

function lettersOf(text: string, font: PDFFont): Piece {
  return { kind: 'letters', text, font, width: font.widthOfTextAtSize(text, 1) };
}

/** A word that is wider than a line, cut into what isn't. */
function fitting(word: Word, most: number): readonly Word[] {
  if (widthOf(word) <= most) return [word];
  const pieces = word.pieces.flatMap((piece) => {
    if (piece.kind === 'letters') return cut(piece.text, piece.font, most);
    if (piece.kind === 'box' || piece.width <= most) return [piece];
    const share = most / piece.width;
    return [{ ...piece, width: most, height: piece.height * share, below: piece.below * share }];
  });
  return pieces.map((piece, index) => ({ ...word, pieces: [piece], spaced: word.spaced && index === 0 }));
}

function cut(text: string, font: PDFFont, most: number): readonly Piece[] {
  const parts: string[] = [];
  let used = most;
  for (const character of text) {
    const width = font.widthOfTextAtSize(character, 1);
    if (used + width <= most) parts.push((parts.pop() ?? '') + character);
    else parts.push(character);
    used = used + width <= most ? used + width : width;
  }
  return parts.map((part) => lettersOf(part, font));
}

function widthOf({ pieces }: Word): number {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}

/** A piece, and where it begins on its line, in heights of a letter. */
export interface Placed {
  readonly x: number;
  readonly piece: Piece;
}

/** Breaks words into lines of at most a width, in heights of a letter, each in the order in which it is seen. */
export function linesOf(
  words: readonly Word[],
  most: number,
  space: number,
  rightToLeft: boolean,
): readonly (readonly Placed[])[] {
  const lines: Word[][] = [];
  let used = 0;
  for (const word of words.flatMap((each) => fitting(each, most))) {
    const width = (word.spaced ? space : 0) + widthOf(word);
    const line = lines.at(-1);
    if (line === undefined || used + width > most) {
      lines.push([word]);
      used = widthOf(word);
    } else {
      line.push(word);
      used += width;
    }
  }
  return lines.map((line) => placed(line, most, space, rightToLeft));
}

function placed(line: readonly Word[], most: number, space: number, rightToLeft: boolean): readonly Placed[] {
  const seen = inOrderSeen(line, rightToLeft);
  const result: Placed[] = [];
  let x = 0;
  for (const [at, index] of seen.entries()) {
    const before = at === 0 ? undefined : seen[at - 1];
    // The space belongs to the one of the two that was written later.
    if (before !== undefined && line[Math.max(before, index)]?.spaced === true) x += space;
    for (const piece of line[index]?.pieces ?? []) {
      result.push({ x, piece });
      x += piece.width;
    }
  }
  return rightToLeft ? result.map((each) => ({ ...each, x: each.x + most - x })) : result;
}

/** The places of a line's words from left to right: those that read against the line's own direction are turned round among themselves. */
function inOrderSeen(line: readonly Word[], rightToLeft: boolean): readonly number[] {
  const runs: number[][] = [];
  for (const [index, word] of line.entries()) {
    const against = word.rightToLeft !== rightToLeft;
    const before = index === 0 ? undefined : line[index - 1];
    const run = runs.at(-1);
    if (run !== undefined && against && before?.rightToLeft === word.rightToLeft) run.push(index);
    else runs.push([index]);
  }
  if (rightToLeft) return runs.reverse().flat();
  return runs.flatMap((run) => run.reverse());
}

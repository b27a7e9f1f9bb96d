import {
  type Color,
  degrees,
  drawText,
  grayscale,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
} from 'pdf-lib';
import { type Letters, linesOf, type Placed, readsFromTheRight, type Weight } from './paper-letters.js';

/** A4, in points; the margin is two centimetres. */
const page = { width: 595.28, height: 841.89 };
const margin = 56.7;
export const sheet = { left: margin, width: page.width - 2 * margin } as const;

export const ink = grayscale(0.1);
export const soft = grayscale(0.35);
export const ground = grayscale(0.9);
export const middle = grayscale(0.72);

/** How a text is set: sizes and spaces in points. */
export interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Color;
  readonly before: number;
  readonly indent?: number;
  /** How much room has to be left for what comes after it. */
  readonly keeps?: number;
}

const lineHeight = 1.4;
/** Of a letter's height, how much is above the line on which it stands. */
const above = 1.05;
const footSize = 9;

/** Pages that are filled from the top down. */
export class Sheet {
  readonly #doc: PDFDocument;
  readonly #letters: Letters;
  readonly #pages: PDFPage[] = [];
  #y = 0;

  constructor(doc: PDFDocument, letters: Letters) {
    this.#doc = doc;
    this.#letters = letters;
    this.#turn();
  }

  get pages(): number {
    return this.#pages.length;
  }

  /** Goes down by a height that stays on one page; gives the page, and where that height ends. */
  take(height: number, keeps = 0): { readonly page: PDFPage; readonly y: number } {
    if (this.#y - height - keeps < margin) this.#turn();
    this.#y -= height;
    return { page: this.#current, y: this.#y };
  }

  /** Leaves a space, unless a page begins here. */
  leave(height: number): void {
    if (this.#y < page.height - margin) this.#y -= height;
  }

  /** A text of any length. Gives where its first line stands. */
  async write(text: string, style: Style): Promise<{ readonly page: PDFPage; readonly y: number }> {
    const { size, weight, indent = 0, keeps = 0 } = style;
    const left = sheet.left + indent;
    const rightToLeft = readsFromTheRight(text);
    const space = await this.#spaceIn(weight);
    this.leave(style.before);
    let first: { readonly page: PDFPage; readonly y: number } | undefined;
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
      const words = await this.#letters.wordsOf(line, weight);
      const rows = linesOf(words, (sheet.width - indent) / size, space, rightToLeft);
      for (const row of rows.length === 0 ? [[]] : rows) {
        const { page, y } = this.take(size * lineHeight, keeps);
        const base = y + size * (lineHeight - above);
        first ??= { page, y: base };
        this.#put(page, row, left, base, style);
      }
    }
    return first ?? { page: this.#current, y: this.#y };
  }

  /** A few words of the page's own, on one line at a place. */
  async label(
    text: string,
    { page, x, y }: { readonly page: PDFPage; readonly x: number; readonly y: number },
    style: Style,
    align: 'left' | 'middle' | 'right' = 'left',
  ): Promise<void> {
    const words = await this.#letters.wordsOf(text, style.weight);
    const space = await this.#spaceIn(style.weight);
    const [row = []] = linesOf(words, Number.POSITIVE_INFINITY, space, false);
    const last = row.at(-1);
    const width = last === undefined ? 0 : (last.x + last.piece.width) * style.size;
    const shift = { left: 0, middle: width / 2, right: width };
    this.#put(page, row, x - shift[align], y, style);
  }

  /** Numbers the pages, where there are several. */
  async end(style: Style): Promise<void> {
    if (this.pages === 1) return;
    for (const [index, page] of this.#pages.entries()) {
      const place = { page, x: page.getWidth() / 2, y: margin - 3 * footSize };
      await this.label(`${index + 1} / ${this.pages}`, place, { ...style, size: footSize }, 'middle');
    }
  }

  get #current(): PDFPage {
    const current = this.#pages.at(-1);
    if (current === undefined) throw new RangeError();
    return current;
  }

  #turn(): void {
    this.#pages.push(this.#doc.addPage([page.width, page.height]));
    this.#y = page.height - margin;
  }

  async #spaceIn(weight: Weight): Promise<number> {
    const [word] = await this.#letters.wordsOf('n', weight);
    return (word?.pieces[0]?.width ?? 0.6) * 0.42;
  }

  #put(page: PDFPage, row: readonly Placed[], left: number, y: number, { size, colour }: Style): void {
    for (const { x, piece } of row) {
      const at = left + x * size;
      if (piece.kind === 'letters') {
        const { font, text } = piece;
        // Its own key, and one a font: the library makes another for each text, of the file's name.
        const key = PDFName.of(`F${font.ref.objectNumber}`);
        page.node.setFontDictionary(key, font.ref);
        const straight = { rotate: degrees(0), xSkew: degrees(0), ySkew: degrees(0) };
        const options = { ...straight, font: key, size, color: colour, x: at, y };
        page.pushOperators(...drawText(font.encodeText(text), options));
      } else if (piece.kind === 'box') {
        const box = { width: 0.5 * size, height: 0.7 * size, borderWidth: 0.06 * size, borderColor: colour };
        page.drawRectangle({ x: at + 0.1 * size, y, ...box });
      } else {
        const { width, height, below } = piece;
        // What the picture says goes with it, for who listens to the paper or copies from it.
        const said = `<</ActualText ${PDFHexString.fromText(piece.text).toString()}>>`;
        page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ['/Span', said]));
        page.drawImage(piece.image, {
          x: at,
          y: y - below * size,
          width: width * size,
          height: height * size,
        });
        page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
      }
    }
  }
}

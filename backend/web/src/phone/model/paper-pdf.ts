import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFPageDrawSVGOptions } from 'pdf-lib';
import { wheelRadius } from '../../shared/model/plan-drawing.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { PaperLine, PaperPart, PaperScores } from './paper.js';
import { type DrawWord, type LetterFiles, Letters } from './paper-letters.js';
import { ground, ink, middle, Sheet, type Style, sheet, soft } from './paper-sheet.js';

/** A paper, and what on it isn't letters. */
export interface PaperMade {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** Words that are on it as pictures, and what only an empty box stands for. */
  readonly pictured: readonly string[];
  readonly missing: readonly string[];
}

/** What a paper is made with. */
export interface PaperTools {
  readonly files: LetterFiles;
  readonly draw: DrawWord;
}

/** What goes along with the parts. */
export interface PaperFrame {
  readonly language: PhoneLanguage;
  /** Says what an empty box is; on the paper only where there is one. */
  readonly boxes: string;
}

const styles = {
  title: { size: 20, weight: 'bold', colour: ink, before: 6 },
  heading: { size: 14, weight: 'bold', colour: ink, before: 20, keeps: 60 },
  strong: { size: 11, weight: 'bold', colour: ink, before: 9, keeps: 20 },
  words: { size: 11, weight: 'regular', colour: ink, before: 2 },
  small: { size: 9, weight: 'regular', colour: soft, before: 2 },
  step: { size: 11, weight: 'regular', colour: ink, before: 4, indent: 18 },
} as const satisfies Record<string, Style>;

/**
 * Makes the paper as a PDF of A4 pages. It says nothing of who or what made it: no title, author, producer, creator or moment
 * (PAP-3); letters that are on it are inside it, so that it is the same on every machine.
 */
export async function makePaper(
  parts: readonly PaperPart[],
  { language, boxes }: PaperFrame,
  { files, draw }: PaperTools,
): Promise<PaperMade> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.registerFontkit(fontkit);
  doc.setLanguage(language);
  const letters = new Letters(doc, files, draw);
  const pages = new Sheet(doc, letters);
  for (const part of parts) await putPart(pages, part);
  if (letters.missing.size > 0) await pages.write(boxes, { ...styles.small, before: 20 });
  await pages.end(styles.small);
  const saved = await doc.save({ useObjectStreams: false, updateFieldAppearances: false });
  return {
    bytes: new Uint8Array(saved),
    pages: pages.pages,
    pictured: [...letters.pictured],
    missing: [...letters.missing],
  };
}

async function putPart(pages: Sheet, part: PaperPart): Promise<void> {
  switch (part.kind) {
    case 'scores':
      return putScores(pages, part);
    case 'line':
      return putLine(pages, part);
    case 'step':
      return putStep(pages, part.text, part.done);
    case 'title':
    case 'heading':
    case 'strong':
    case 'words':
    case 'small':
      await pages.write(part.text, styles[part.kind]);
  }
}

async function putStep(pages: Sheet, text: string, done: boolean): Promise<void> {
  const { page, y } = await pages.write(text, styles.step);
  const x = sheet.left + 2;
  page.drawSquare({ x, y: y - 1, size: 9, borderWidth: 0.9, borderColor: ink });
  if (done) page.drawSvgPath('M0 0L3 3L8 -5', { x: x + 0.8, y: y + 2.6, borderWidth: 1.3, borderColor: ink });
}

/** How each mark of the wheel is drawn: the area's length now is filled, its start and its goal are lines. */
const marks: Readonly<Record<'now' | 'start' | 'goal', PDFPageDrawSVGOptions>> = {
  now: { color: middle },
  start: { borderColor: soft, borderWidth: 1.2, borderDashArray: [3, 2.5] },
  goal: { borderColor: ink, borderWidth: 3 },
};

async function putScores(pages: Sheet, { pieces, names, rows }: PaperScores): Promise<void> {
  const scale = 0.75;
  const height = 2 * (wheelRadius + 18) * scale;
  const { page, y } = pages.take(height, 40);
  const centre = { x: sheet.left + height / 2, y: y + height / 2 };
  for (const ring of [2, 4, 6, 8, 10]) {
    const size = ((ring * wheelRadius) / 10) * scale;
    page.drawCircle({ ...centre, size, borderWidth: 0.6, borderColor: ground });
  }
  for (const { number, now, start, goal, label } of pieces) {
    if (now !== null) page.drawSvgPath(now, { ...centre, scale, ...marks.now });
    if (start !== null) page.drawSvgPath(start, { ...centre, scale, ...marks.start });
    if (goal !== null) page.drawSvgPath(goal, { ...centre, scale, ...marks.goal });
    const place = { page, x: centre.x + label.x * scale, y: centre.y - label.y * scale - 3 };
    await pages.label(String(number), place, styles.small, 'middle');
  }
  const [start, now, goal] = names;
  const key = { x: sheet.left + height + 24, y: centre.y + 24 };
  for (const [index, [name, path, mark]] of (
    [
      [start, 'M0 0H20', marks.start],
      [now, 'M0 -5H20V5H0Z', marks.now],
      [goal, 'M0 0H20', marks.goal],
    ] as const
  ).entries()) {
    const at = { x: key.x, y: key.y - index * 22 };
    page.drawSvgPath(path, { ...at, ...mark });
    await pages.label(name, { page, x: at.x + 30, y: at.y - 3 }, styles.small);
  }
  await putTable(pages, names, rows);
}

const columns = [270, 350, 440].map((x) => sheet.left + x);

async function putTable(pages: Sheet, names: PaperScores['names'], rows: PaperScores['rows']): Promise<void> {
  pages.leave(6);
  const head = pages.take(14, 20);
  for (const [index, x] of columns.entries())
    await pages.label(names[index] ?? '', { page: head.page, x, y: head.y + 4 }, styles.small, 'middle');
  for (const { name, scores } of rows) {
    const { page, y } = pages.take(17);
    page.drawLine({
      start: { x: sheet.left, y: y + 16 },
      end: { x: sheet.left + sheet.width, y: y + 16 },
      thickness: 0.5,
      color: ground,
    });
    await pages.label(name, { page, x: sheet.left, y: y + 4 }, styles.words);
    for (const [index, x] of columns.entries())
      await pages.label(scores[index] ?? '', { page, x, y: y + 4 }, styles.words, 'middle');
  }
}

async function putLine(pages: Sheet, { from, to, rows }: PaperLine): Promise<void> {
  const [left, width] = [sheet.left + 110, sheet.width - 110];
  pages.leave(4);
  for (const { name, bars } of rows) {
    const { page, y } = pages.take(18, 20);
    await pages.label(name, { page, x: sheet.left, y: y + 5 }, styles.small);
    page.drawRectangle({ x: left, y: y + 2, width, height: 12, color: ground });
    for (const bar of bars) {
      const length = Math.min(bar.width, 100 - bar.x);
      const place = { x: left + (bar.x / 100) * width, y: y + 4, width: (length / 100) * width, height: 8 };
      page.drawRectangle({ ...place, color: bar.goesOn ? ink : middle });
    }
  }
  const { page, y } = pages.take(16);
  await pages.label(from, { page, x: left, y: y + 5 }, styles.small);
  await pages.label(to, { page, x: left + width, y: y + 5 }, styles.small, 'right');
}

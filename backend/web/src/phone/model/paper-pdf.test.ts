import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { PaperPart } from './paper.js';
import { type DrawWord, type LetterFiles, linesOf, type Word } from './paper-letters.js';
import { makePaper } from './paper-pdf.js';

const { resolve } = createRequire(import.meta.url);
const filesOf = (weight: string) =>
  ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'].map(
    (part) =>
      new Uint8Array(
        readFileSync(resolve(`@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff`)),
      ),
  );
const files: LetterFiles = { regular: filesOf('400'), bold: filesOf('700') };
const dot = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const drawsNothing: DrawWord = async () => null;
const drawsAll: DrawWord = async (word) => ({ png: dot, width: word.length * 0.6, height: 1.2, below: 0.2 });

const make = (parts: readonly PaperPart[], draw = drawsNothing) =>
  makePaper(parts, { language: 'nl', boxes: 'Een leeg vakje is een teken.' }, { files, draw });
const words = (text: string): PaperPart => ({ kind: 'words', text });

async function read(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes.slice());
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const page = await pdf.getPage(1);
  return { text, totalPages, size: page.view, ...(await getMeta(pdf)) };
}

describe('a paper', () => {
  const names = 'Zoë Łukasz Őrsi Țîrlea İpek Đặng Ngọc Žužić Жюлиета Αθηνά';

  test('is A4, reads back as it was written, and says nothing of who or what made it', async () => {
    const { bytes, pages, pictured, missing } = await make([
      { kind: 'title', text: 'Mijn plan' },
      words(`${names}; fiets‑les, een \u0065\u0301\u00e9n-op-\u200béén`),
      { kind: 'step', text: 'Samen bellen', done: true },
    ]);
    const { text, totalPages, size, info, metadata } = await read(bytes);
    expect([pages, totalPages, pictured, missing]).toEqual([1, 1, [], []]);
    expect(size.map(Math.round)).toEqual([0, 0, 595, 842]);
    for (const said of ['Mijn plan', ...names.split(' '), 'fiets-les', 'één-op-één', 'Samen bellen'])
      expect(text).toContain(said);
    expect(metadata).toEqual({});
    expect(
      Object.keys(info).filter((key) => !/^(Is|PDFFormatVersion|Language|EncryptFilterName)/.test(key)),
    ).toEqual([]);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).not.toMatch(/pdf-lib|fontkit|noto|https?:/i);
    expect(raw.replace(/stream[\s\S]*?endstream/g, '')).not.toMatch(
      /\/(Info|Producer|Creator|Author|Title|Subject|Keywords|CreationDate|ModDate|Metadata|ID|URI|JS|JavaScript|EmbeddedFile)\b/,
    );
    const again = await make([words(names)]);
    expect((await make([words(names)])).bytes).toEqual(again.bytes);
  });

  test('shows in pictures what the files have no letters for, and in boxes what can’t be drawn', async () => {
    const text = 'Bel ยาย เพื่อน, 😀 of x\u0323\u0331 en 李';
    const drawn = await make([words(text)], drawsAll);
    expect(drawn.missing).toEqual([]);
    expect(drawn.pictured).toContain('李');
    expect(drawn.pictured.join('')).toContain('ยาย');
    const plain = await read(drawn.bytes);
    expect(plain.text).toContain('Bel');
    expect(plain.text).not.toContain('vakje');
    const boxed = await make([words(text)]);
    expect([boxed.pictured, boxed.missing]).toEqual([
      [],
      expect.arrayContaining(['😀', '李', 'x\u0323\u0331']),
    ]);
    const { text: said } = await read(boxed.bytes);
    expect(said).toMatch(/Bel .*of .*en/s);
    expect(said).toContain('Een leeg vakje is een teken.');
  });

  test('goes on over pages, numbers them, and draws the wheel and the line', async () => {
    const arc = 'M0 -50A50 50 0 0 1 29.39 -40.45';
    const long = 'W'.repeat(300);
    const { bytes, pages } = await make([
      { kind: 'heading', text: 'Cijfers' },
      {
        kind: 'scores',
        pieces: [
          {
            area: 'housing',
            number: 1,
            now: `M0 0L${arc.slice(1)}Z`,
            start: arc,
            goal: arc,
            label: { x: 0, y: -109 },
          },
        ],
        names: ['Begin', 'Nu', 'Doel'],
        rows: [{ name: '1. Wonen', scores: ['3', '4', '8'] }],
      },
      {
        kind: 'line',
        from: '1 januari',
        to: '2 februari',
        rows: [{ name: 'Contact', bars: [{ id: 'a', x: 98.5, width: 100, goesOn: true }] }],
      },
      ...Array.from({ length: 60 }, (_, index) => words(`Regel ${index}\r\nen nog een`)),
      words(long),
    ]);
    const { text, totalPages } = await read(bytes);
    expect(totalPages).toBe(pages);
    expect(pages).toBeGreaterThan(2);
    for (const said of ['1. Wonen', 'Begin', 'Doel', '1 januari', '2 februari', 'Regel 59', `1 / ${pages}`])
      expect(text).toContain(said);
    expect(text.replace(/[^W]/g, '')).toHaveLength(1 + long.length);
  });
});

test('puts a word of thousands of letters on paper in a moment, and a mark without a letter as it can', async () => {
  const { missing } = await make([words(`${'x'.repeat(4000)} \u0489`)]);
  expect(missing).toEqual(['\u0489']);
});

test('puts what is read from the right in its order, in a line of either direction', () => {
  const word = (name: string, rightToLeft: boolean): Word => ({
    pieces: [{ kind: 'picture', text: name, image: Object.create(null), width: 1, height: 1, below: 0 }],
    spaced: true,
    rightToLeft,
  });
  const line = [word('a', false), word('B', true), word('C', true), word('d', false), word('e', false)];
  const seen = (rightToLeft: boolean, most: number) =>
    linesOf(line, most, 1, rightToLeft).map((row) =>
      row.map(({ x, piece }) => `${'text' in piece ? piece.text : ''}${x}`).join(' '),
    );
  expect(seen(false, 20)).toEqual(['a0 C2 B4 d6 e8']);
  expect(seen(true, 9)).toEqual(['d0 e2 C4 B6 a8']);
  expect(seen(false, 5)).toEqual(['a0 C2 B4', 'd0 e2']);
});

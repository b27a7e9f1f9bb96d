import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import boldCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import boldGreek from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import boldLatin from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latinMore from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import boldLatinMore from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';
import boldVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url';
import type { PaperPart } from '../model/paper.js';
import { makePaper, type PaperFrame, type PaperMade } from '../model/paper-pdf.js';
import { fetchLetters } from './letters.js';
import { drawWord } from './word-picture.js';

/** Makes papers, and asks nobody for anything while it does. */
export type PaperMaker = (parts: readonly PaperPart[], frame: PaperFrame) => Promise<PaperMade>;

/** Fetches the letters, all of them whatever will be written; from then on papers are made without a connection. */
export async function loadPaperMaker(): Promise<PaperMaker> {
  const [regular, bold] = await Promise.all([
    Promise.all([latin, latinMore, cyrillic, greek, vietnamese].map(fetchLetters)),
    Promise.all([boldLatin, boldLatinMore, boldCyrillic, boldGreek, boldVietnamese].map(fetchLetters)),
  ]);
  return (parts, frame) => makePaper(parts, frame, { files: { regular, bold }, draw: drawWord });
}

/** A paper as a file; its name says nothing but that it is one. */
export function fileOf({ bytes }: PaperMade, name: string): File {
  return new File([bytes], `${name}.pdf`, { type: 'application/pdf' });
}

/** Whether the phone has a sheet from which a file is shared. */
export function canShare(file: File): boolean {
  return navigator.canShare?.({ files: [file] }) === true;
}

/** Opens that sheet; what she does there, the page doesn't hear. */
export async function share(file: File): Promise<void> {
  // Closing it is no failure.
  await navigator.share({ files: [file] }).catch(() => undefined);
}

/** Puts a file among the downloads. */
export function keep(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // Not at once: the browser takes it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

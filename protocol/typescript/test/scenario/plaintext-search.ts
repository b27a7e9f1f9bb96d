import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const pieceLength = 24;

/** The ways in which a text may lie in a file: as it is, in hexadecimal, and in base64 at each of its three alignments. */
export function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  const pieces = [bytes.subarray(0, pieceLength), bytes.subarray(-pieceLength)];
  return pieces.flatMap((piece) => [
    piece,
    Buffer.from(piece.toString('hex')),
    Buffer.from(piece.toString('hex').toUpperCase()),
    ...[0, 1, 2].flatMap((shift) => base64Forms(piece, shift)),
  ]);
}

/** Base64 of a piece that begins `shift` bytes after a group, without the characters that its neighbours decide. */
function base64Forms(piece: Buffer, shift: number): readonly Buffer[] {
  const text = Buffer.concat([Buffer.alloc(shift), piece])
    .toString('base64')
    .replaceAll('=', '');
  const sure = Math.floor(((shift + piece.length) * 8) / 6);
  const core = text.slice(shift === 0 ? 0 : shift + 1, sure);
  return [Buffer.from(core), Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** How many of the texts are found in some form in some of the files. */
export function countFound(texts: readonly string[], files: readonly Buffer[]): number {
  return texts.filter((text) => formsOf(text).some((form) => files.some((file) => file.includes(form))))
    .length;
}

/** Every file of a folder and of those in it; one that vanishes meanwhile is left out. */
export async function filesIn(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
}

import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';

/** Reads a body to its end, or gives undefined, having stopped it, as soon as it is longer than allowed. */
export async function boundedBody(response: Response, longest: number): Promise<Bytes | undefined> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > longest) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    pieces.push(piece.value);
  }
  return concatBytes(...pieces);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller ones lose by it. */
const worthIt = 512;

/** Writes each script, sheet and table once more, as small as Brotli makes it (RFC 7932), for browsers that take that (PAG-45). */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    // What was written is what is served: before that, other plugins still change it.
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      for (const name of Object.keys(bundle).filter((each) => /\.(js|css|json|svg)$/.test(each))) {
        const bytes = readFileSync(join(dir, name));
        if (bytes.length < worthIt) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params }));
      }
    },
  };
}

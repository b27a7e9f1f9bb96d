import type { Bytes } from '@opstap/protocol/json/base64url';
import { stretchCode } from '@opstap/protocol/storage/codes';

/** What the page asks for, once for each worker. */
export interface CodeTask {
  readonly code: Bytes;
  readonly salt: Bytes;
}

/** What the page hears, once. */
export type Stretched =
  | { readonly kind: 'stretched'; readonly stretched: Bytes }
  | { readonly kind: 'failed' };

function report(what: Stretched): void {
  postMessage(what);
}

addEventListener('message', ({ data: { code, salt } }: MessageEvent<CodeTask>) => {
  stretchCode(code, salt).then(
    (stretched) => report({ kind: 'stretched', stretched }),
    () => report({ kind: 'failed' }),
  );
});

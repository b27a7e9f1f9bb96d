import type { Bytes } from '@opstap/protocol/json/base64url';
import { deriveRoot } from '@opstap/protocol/vault/vault-keys';

/** What the page hears, once. */
export type Derived = { readonly kind: 'root'; readonly root: Bytes } | { readonly kind: 'failed' };

function report(what: Derived): void {
  postMessage(what);
}

addEventListener('message', ({ data }: MessageEvent<Bytes>) => {
  deriveRoot(data).then(
    (root) => report({ kind: 'root', root }),
    () => report({ kind: 'failed' }),
  );
});

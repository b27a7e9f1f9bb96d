import type { Puzzle } from '@opstap/protocol/admission/puzzle';
import { solvePuzzle } from '@opstap/protocol/admission/puzzle-solver';
import type { Bytes } from '@opstap/protocol/json/base64url';

/** What the page asks for, once for each worker. */
export interface Task {
  readonly puzzle: Puzzle;
  readonly body: Bytes;
}

/** What the page hears: each try, and then the end of it. */
export type Report =
  | { readonly kind: 'tried'; readonly tries: number }
  | { readonly kind: 'solved'; readonly solution: Bytes }
  | { readonly kind: 'failed' };

function report(what: Report): void {
  postMessage(what);
}

addEventListener('message', ({ data: { puzzle, body } }: MessageEvent<Task>) => {
  solvePuzzle(puzzle, body, { onTry: (tries) => report({ kind: 'tried', tries }) }).then(
    (solution) => report({ kind: 'solved', solution }),
    () => report({ kind: 'failed' }),
  );
});

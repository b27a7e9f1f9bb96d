import regular from '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff?url';
import bold from '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-700-normal.woff?url';
import { fetchLetters } from './letters.js';

/** Brings the Thai letters that the page has itself: not every phone that is bought here has any. Asked for once, and for Thai alone. */
export function bringThai(): Promise<void> {
  brought ??= bring().catch((error: unknown) => {
    brought = undefined;
    throw error;
  });
  return brought;
}

let brought: Promise<void> | undefined;

async function bring(): Promise<void> {
  // From their bytes: a sheet with an address in it would need a wider policy (PAG-1).
  for (const [weight, url] of [
    ['400', regular],
    ['700', bold],
  ] as const)
    document.fonts.add(new FontFace('Noto Sans Thai', await fetchLetters(url), { weight }));
}

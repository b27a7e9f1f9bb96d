import type { CardReading } from '@opstap/protocol/admission/card-words';

/** Why a card can't be used: what was typed is no card, or the server doesn't take it. */
export type CardRefusal = Exclude<CardReading, { kind: 'words' }> | { readonly kind: 'invalid' };

const name = 'card=';

/** The words of a card that a link brought behind `#`, as she would type them; null where it brought something else. */
export function cardIn(fragment: string): string | null {
  return fragment.startsWith(name) ? fragment.slice(name.length).replaceAll('-', ' ').trim() : null;
}

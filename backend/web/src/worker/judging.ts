import { parseDocumentOrUndefined, type Verified, verifyDocument } from '@opstap/protocol/directory/document';
import { type PageList, pageListFormat } from '@opstap/protocol/directory/page-list';
import { sameBytes } from '@opstap/protocol/wire/bytes';

/** Whose lists count. */
export interface Trust {
  readonly key: Uint8Array;
  /** Whether they are those of a server for trying out, which says its key itself. */
  readonly sample: boolean;
}

/** What a list is to who holds another one: `wrong` is nobody's that counts, or another one of the same number. */
export type Judged =
  | { readonly kind: 'new' | 'same' | 'older'; readonly list: Verified<PageList> }
  | { readonly kind: 'wrong' };

/** Judges the bytes of a list (REL-5): signed by the key, and of no lower number than the one that is held. */
export function judge(envelope: Uint8Array, trust: Trust, held: Verified<PageList> | undefined): Judged {
  const list = signedList(envelope, trust);
  if (list === undefined) return { kind: 'wrong' };
  if (held === undefined || list.content.number > held.content.number) return { kind: 'new', list };
  if (list.content.number < held.content.number) return { kind: 'older', list };
  return sameBytes(list.digest, held.digest) ? { kind: 'same', list } : { kind: 'wrong' };
}

/** The list in these bytes, if the key signed it. */
export function signedList(envelope: Uint8Array, { key, sample }: Trust): Verified<PageList> | undefined {
  const read = parseDocumentOrUndefined(pageListFormat, envelope);
  const list = read && verifyDocument(read, key);
  return list?.content.sample === sample ? list : undefined;
}

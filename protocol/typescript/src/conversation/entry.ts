import { bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, malformed, nullable, objectOf } from '../json/json-value.js';
import type { Holder } from '../session/seat-session.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { holderOf } from './conversation-view.js';

/** One entry of the log, as the server hands it out (conversation-log.md, *Reading*). */
export interface Entry {
  readonly sequence: number;
  /** Who sent it, by the server's word; what counts is what MLS says. */
  readonly sender: Holder;
  readonly kind: 'commit' | 'application';
  readonly generation: number;
  readonly epoch: number;
  readonly message: Uint8Array;
  /** The Welcome, where this entry opened the reader's seat. */
  readonly welcome: Uint8Array | null;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly latest: number;
}

export function decodeEntryPage(value: JsonValue): EntryPage {
  const { entries, latest } = objectOf(value);
  return { entries: arrayOf(entries, decodeEntry), latest: countOf(latest) };
}

export function decodeEntry(value: JsonValue): Entry {
  const { sequence, sender, kind, generation, epoch, message, welcome } = objectOf(value);
  if (kind !== 'commit' && kind !== 'application') throw malformed();
  return {
    sequence: countOf(sequence),
    sender: holderOf(sender),
    kind,
    generation: countOf(generation),
    epoch: countOf(epoch),
    message: bytesOf(message),
    welcome: nullable(welcome, (bytes) => bytesOf(bytes)),
  };
}

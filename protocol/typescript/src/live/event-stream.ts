import { type ConversationId, parseId } from '../id/branded-id.js';
import { countOf, objectOf, parseJson, textOf } from '../json/json-value.js';

/** That a conversation has something new; what it is, is fetched (LOG-17). */
export interface News {
  readonly conversation: ConversationId;
  /** Sequence of the newest entry. */
  readonly latest: number;
}

/** That a capsule which this member's append brought wakes nobody any more (PUS-13). */
export interface Expired {
  readonly conversation: ConversationId;
  /** The first 16 bytes of its SHA-256, in base64url. */
  readonly capsule: string;
}

export type LiveEvent =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'expired'; readonly expired: Expired }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'reconnect' };

/** The longest event that is taken, in characters. */
const longestEvent = 4096;

/**
 * Splits a stream of server-sent events. Comments and events of unknown names are left out, and so is what is not of its
 * form: whatever it was about is fetched on the next one. `heard` is called for every piece, comments included.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<LiveEvent> {
  const reader = body.pipeThrough(textDecoder()).getReader();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      heard();
      text = `${text}${piece.value}`.replaceAll('\r\n', '\n');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      if (text.length > longestEvent) return;
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): LiveEvent | undefined {
  const fields = block.split('\n').map((line) => line.split(/: ?(.*)/s, 2));
  const valuesOf = (name: string) =>
    fields.filter(([field]) => field === name).map(([, value = '']) => value);
  const name = valuesOf('event').at(-1);
  if (name === 'replaced' || name === 'reconnect') return { kind: name };
  if (name !== 'news' && name !== 'capsule-expired') return undefined;
  try {
    const data = objectOf(parseJson(valuesOf('data').join('\n')));
    const { latest, capsule } = data;
    const conversation = parseId('cnv', textOf(data['conversation']));
    return name === 'news'
      ? { kind: 'news', news: { conversation, latest: countOf(latest) } }
      : { kind: 'expired', expired: { conversation, capsule: textOf(capsule) } };
  } catch {
    return undefined;
  }
}

function textDecoder(): ReadableWritablePair<string, Uint8Array> {
  const decoder = new TextDecoder();
  const { readable, writable } = new TransformStream<Uint8Array, string>({
    transform: (bytes, controller) => controller.enqueue(decoder.decode(bytes, { stream: true })),
  });
  return { readable, writable };
}

import { keyPackageReference } from '../../src/mls/device-key-package.js';
import { readKeyPackage, readPrivateMessage, readWelcome } from '../../src/mls/framing.js';
import { fromBase64Url, toBase64Url } from '../../src/wire/base64url.js';

/** What one log really holds, seen on the wire and not by any client's account of it. */
export interface TrueEntry {
  readonly sequence: number;
  readonly sender: string;
  readonly kind: 'commit' | 'application';
  readonly generation: number;
  readonly epoch: number;
  /** The id of the payload of an application message. */
  readonly payload: string | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface Sent {
  readonly payload: string | undefined;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Watches all requests of all clients and keeps what the server took. */
export class Truth {
  readonly #deviceByReference = new Map<string, string>();
  readonly #sent = new Map<string, Sent>();
  readonly #logs = new Map<string, Map<number, TrueEntry>>();

  /** A device publishes key packages. */
  async published(device: string, keyPackages: readonly string[]): Promise<void> {
    for (const message of keyPackages) {
      const reference = await keyPackageReference(readKeyPackage(bytesOf(message)));
      this.#deviceByReference.set(toBase64Url(reference), device);
    }
  }

  /** An append is about to be sent; whether it arrives is another matter. */
  sending(
    append: { message: string; welcome?: string; removed?: string[] },
    payload: string | undefined,
  ): void {
    const references = append.welcome === undefined ? [] : readWelcome(bytesOf(append.welcome)).secrets;
    const added = references.map(
      ({ newMember }) => this.#deviceByReference.get(toBase64Url(newMember)) ?? 'unknown',
    );
    this.#sent.set(append.message, { payload, added, removed: append.removed ?? [] });
  }

  /** The server took a message under a sequence, or handed it out. */
  taken(conversation: string, sequence: number, sender: string, message: string): void {
    const sent = this.#sent.get(message);
    if (sent === undefined) throw new Error('the server has a message that nobody sent');
    const { contentType, epoch, groupId } = readPrivateMessage(bytesOf(message));
    const generation = new DataView(groupId.buffer, groupId.byteOffset).getUint32(16);
    const log = this.#logs.get(conversation) ?? new Map<number, TrueEntry>();
    this.#logs.set(conversation, log);
    const kind = contentType === 'commit' ? 'commit' : 'application';
    log.set(sequence, { sequence, sender, kind, generation, epoch, ...sent });
  }

  /** Forgets what was sent, once nobody has any of it: many plays would fill the memory. */
  forget(): void {
    this.#sent.clear();
    this.#logs.clear();
  }

  /** How many entries were taken. */
  get size(): number {
    return [...this.#logs.values()].reduce((sum, log) => sum + log.size, 0);
  }

  /** All entries in order; throws where one was never seen. */
  log(conversation: string): readonly TrueEntry[] {
    const entries = [...(this.#logs.get(conversation)?.values() ?? [])].sort(
      (a, b) => a.sequence - b.sequence,
    );
    entries.forEach(({ sequence }, at) => {
      if (sequence !== at + 1) throw new Error(`entry ${at + 1} of ${conversation} was never seen`);
    });
    return entries;
  }
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64Url(text);
  if (bytes === undefined) throw new Error('not base64url');
  return bytes;
}

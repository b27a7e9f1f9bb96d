import {
  type ContentTypeName,
  decodeMlsMessage,
  encodeMlsMessage,
  type KeyPackage,
  type MLSMessage,
  type PrivateMessage,
  type Welcome,
} from 'ts-mls';
import { type ConversationId, idToBytes } from '../id/branded-id.js';
import { OpstapError } from '../problem/opstap-error.js';
import { sameBytes } from '../wire/bytes.js';

const conversationLength = 16;
const groupIdLength = conversationLength + 4;

/** The group id of a conversation's generation: 16 bytes, then the generation as u32 (E2E-2). */
export function groupIdOf(conversation: ConversationId, generation: number): Uint8Array {
  const bytes = new Uint8Array(groupIdLength);
  bytes.set(idToBytes(conversation));
  new DataView(bytes.buffer).setUint32(conversationLength, generation);
  return bytes;
}

/** The generation in a group id of this conversation, or undefined for any other group id. */
export function generationIn(groupId: Uint8Array, conversation: ConversationId): number | undefined {
  if (groupId.length !== groupIdLength) return undefined;
  if (!sameBytes(groupId.subarray(0, conversationLength), idToBytes(conversation))) return undefined;
  return new DataView(groupId.buffer, groupId.byteOffset, groupIdLength).getUint32(conversationLength);
}

/** What the server reads of a private message too (conversation-log.md, LOG-4). */
export interface Framing {
  readonly groupId: Uint8Array;
  readonly epoch: number;
  readonly contentType: ContentTypeName;
  readonly privateMessage: PrivateMessage;
}

/** Reads a PrivateMessage to its last byte, or throws `malformed-message`. */
export function readPrivateMessage(message: Uint8Array): Framing {
  const decoded = readMessage(message);
  if (decoded.wireformat !== 'mls_private_message') throw malformedMessage();
  const { privateMessage } = decoded;
  const { groupId, epoch, contentType } = privateMessage;
  return { groupId, epoch: Number(epoch), contentType, privateMessage };
}

/** Reads a Welcome to its last byte, or throws `malformed-message`. */
export function readWelcome(message: Uint8Array): Welcome {
  const decoded = readMessage(message);
  if (decoded.wireformat !== 'mls_welcome') throw malformedMessage();
  return decoded.welcome;
}

/** Reads a KeyPackage to its last byte, or throws `malformed-message`. */
export function readKeyPackage(message: Uint8Array): KeyPackage {
  const decoded = readMessage(message);
  if (decoded.wireformat !== 'mls_key_package') throw malformedMessage();
  return decoded.keyPackage;
}

export function writeMessage(message: MLSMessage): Uint8Array {
  return encodeMlsMessage(message);
}

/** The library leaves trailing bytes unread, and its values alias the input: both are taken care of here. */
function readMessage(message: Uint8Array): MLSMessage {
  const copy = message.slice();
  let decoded: ReturnType<typeof decodeMlsMessage>;
  try {
    decoded = decodeMlsMessage(copy, 0);
  } catch (cause) {
    throw malformedMessage(cause);
  }
  if (decoded === undefined || decoded[1] !== copy.length) throw malformedMessage();
  return decoded[0];
}

function malformedMessage(cause?: unknown): OpstapError {
  return new OpstapError('malformed-message', { cause });
}

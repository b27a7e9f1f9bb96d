import { Aes128Gcm, CipherSuite, HkdfSha256, type SenderContextParams } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { type ConversationId, idToBytes } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { longestEndpoint, type PushKey } from './push-key.js';

/** Of every capsule alike, in bytes (PUS-1). */
export const capsuleLength = 672;

/** From its making to its end, in milliseconds (PUS-2). */
export const capsuleLife = 30 * 24 * 60 * 60 * 1000;

/** For how long at most a notice is held back, chosen by who is woken; each with its number (PUS-3). */
export const wakeDelays = { none: 0, 'ten-seconds': 1, 'two-minutes': 2 } as const;

export type WakeDelay = keyof typeof wakeDelays;

/** A browser's subscription as it gives it: an endpoint, and the keys `p256dh` (65 bytes) and `auth` (16 bytes). */
export interface Subscription {
  readonly endpoint: string;
  readonly publicKey: Uint8Array;
  readonly secret: Uint8Array;
}

export interface CapsuleContent {
  readonly subscription: Subscription;
  readonly delay: WakeDelay;
  /** Milliseconds since 1970; told in whole seconds. */
  readonly expiresAt: number;
}

/** What HPKE would draw: only for tests that repeat an example. */
export type InsecureEphemeral = NonNullable<SenderContextParams['ekm']>;

const version = 1;
const contentLength = 622;
const fixedLength = 12;
const webPush = 1;
const label = utf8('opstap push capsule\0');

/**
 * Seals where this browser can be woken to the server's push key, for one conversation (PUS-1). Each capsule has a key of its own, so
 * that two of one phone share nothing. Throws `malformed-subscription` for one that doesn't fit in a capsule, whose phone does without,
 * and `malformed-push-key` where nothing can be sealed to that key.
 */
export async function sealCapsule(
  key: PushKey,
  conversation: ConversationId,
  content: CapsuleContent,
  insecureEphemeral?: InsecureEphemeral,
): Promise<Bytes> {
  const plaintext = encodeContent(content);
  const header = Uint8Array.from([version, key.id]);
  const context = await contextOf(key, header, insecureEphemeral);
  const ciphertext = await context.seal(plaintext.buffer, idToBytes(conversation).buffer);
  return concatBytes(header, new Uint8Array(context.enc), new Uint8Array(ciphertext));
}

async function contextOf(key: PushKey, header: Uint8Array, ekm: InsecureEphemeral | undefined) {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  try {
    return await suite.createSenderContext({
      recipientPublicKey: await suite.kem.deserializePublicKey(Uint8Array.from(key.publicKey).buffer),
      info: concatBytes(label, header).buffer,
      ...(ekm === undefined ? {} : { ekm }),
    });
  } catch (cause) {
    throw new OpstapError('malformed-push-key', { cause });
  }
}

function encodeContent({ subscription, delay, expiresAt }: CapsuleContent): Bytes {
  const { endpoint, publicKey, secret } = subscription;
  const isAddress = /^https:\/\/[!-~]+$/.test(endpoint) && endpoint.length <= longestEndpoint;
  if (!isAddress || publicKey.length !== 65 || publicKey[0] !== 4 || secret.length !== 16) {
    throw new OpstapError('malformed-subscription');
  }
  const content = new Uint8Array(contentLength);
  const view = new DataView(content.buffer);
  view.setBigUint64(0, BigInt(Math.floor(expiresAt / 1000)));
  view.setUint8(8, wakeDelays[delay]);
  view.setUint8(9, webPush);
  view.setUint16(10, endpoint.length);
  content.set(concatBytes(utf8(endpoint), publicKey, secret), fixedLength);
  return content;
}

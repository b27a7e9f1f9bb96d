import { Aes128Gcm, CipherSuite, HkdfSha256, type SenderContextParams } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { XWing } from '@hpke/hybridkem-x-wing';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { type Kem, type KeyConfiguration, kems } from './key-configuration.js';

/** The one combination that is used: HKDF-SHA256 and AES-128-GCM, which every browser has built in. */
const kdf = 0x0001;
const aead = 0x0001;
const keyLength = 16;
const nonceLength = 12;
const tagLength = 16;
/** Of the exported secret, and of a response's nonce: max(Nn, Nk). */
const secretLength = 16;

const requestLabel = utf8('message/bhttp request\0');
const responseLabel = utf8('message/bhttp response');

/** Bytes that an encapsulated response has more than what is in it. */
export const responseOverhead = secretLength + tagLength;

/** What HPKE would draw: only for tests that repeat an example. */
export type InsecureEphemeral = NonNullable<SenderContextParams['ekm']>;

/** A request that only the gateway can read, and the way to read its answer. */
export interface SealedRequest {
  /** What goes to the relay: the content of a `message/ohttp-req`. */
  readonly encapsulated: Bytes;
  /** Opens the gateway's answer. Throws `response-not-opened` where the gateway didn't seal it for this request (OHT-12). */
  readonly open: (encapsulatedResponse: Uint8Array) => Promise<Bytes>;
}

/** Whether requests can be sealed to a configuration: whether it names the combination that is used here. */
export function isUsable({ algorithms }: KeyConfiguration): boolean {
  return algorithms.some((each) => each.kdf === kdf && each.aead === aead);
}

/**
 * Seals a binary HTTP request to a usable configuration (RFC 9458 section 4.3), with a key of its own each time, so that two requests
 * of one client share nothing (OHT-11). Throws `malformed-key-configuration` where nothing can be sealed to that key.
 */
export async function sealRequest(
  configuration: KeyConfiguration,
  request: Bytes,
  insecureEphemeral?: InsecureEphemeral,
): Promise<SealedRequest> {
  if (!isUsable(configuration)) throw new OpstapError('malformed-key-configuration');
  const suite = suiteOf(configuration.kem);
  const header = headerOf(configuration);
  const context = await contextOf(suite, configuration, header, insecureEphemeral);
  const ciphertext = new Uint8Array(await context.seal(request.buffer));
  const secret = await context.export(responseLabel.buffer, secretLength);
  const encapsulatedKey = new Uint8Array(context.enc);
  return {
    encapsulated: concatBytes(header, encapsulatedKey, ciphertext),
    open: (response) => openResponse(encapsulatedKey, secret, response),
  };
}

function suiteOf(kem: Kem): CipherSuite {
  return new CipherSuite({
    kem: kem === 'x-wing' ? new XWing() : new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
}

/** What stands in clear in front, and is bound to the ciphertext. */
function headerOf({ keyId, kem }: KeyConfiguration): Bytes {
  return Uint8Array.from([keyId, ...[kems[kem].number, kdf, aead].flatMap((each) => [each >>> 8, each])]);
}

async function contextOf(
  suite: CipherSuite,
  { publicKey }: KeyConfiguration,
  header: Bytes,
  ekm?: InsecureEphemeral,
) {
  try {
    return await suite.createSenderContext({
      recipientPublicKey: await suite.kem.deserializePublicKey(publicKey.buffer),
      info: concatBytes(requestLabel, header).buffer,
      ...(ekm === undefined ? {} : { ekm }),
    });
  } catch (cause) {
    throw new OpstapError('malformed-key-configuration', { cause });
  }
}

/** RFC 9458 section 4.4. */
async function openResponse(
  encapsulatedKey: Bytes,
  secret: ArrayBuffer,
  response: Uint8Array,
): Promise<Bytes> {
  const salt = concatBytes(encapsulatedKey, response.subarray(0, secretLength));
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const derive = (info: string, length: number) =>
    crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, base, length * 8);
  const keyBytes = await derive('key', keyLength);
  const iv = await derive('nonce', nonceLength);
  try {
    const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['decrypt']);
    const ciphertext = Uint8Array.from(response.subarray(secretLength));
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, ciphertext));
  } catch (cause) {
    throw new OpstapError('response-not-opened', { cause });
  }
}

import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { idToBytes, type ProgrammeId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { agreementKeyOf, agreementSecretOf } from '../wire/ed25519.js';

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
/** Bytes of every label before it is sealed, so that its length says nothing: one byte of length, the text, and zeros. */
const paddedLength = 256;
const ownLength = nonceLength + keyLength + tagLength;
/** An X25519 key, and the content key with its tag. */
const programmesLength = 32 + keyLength + tagLength;
/** Where the padded text begins: both wrapped keys are before it. */
const wrappedLength = ownLength + programmesLength;
/** Bytes of every sealed label. */
export const sealedLabelLength: number = wrappedLength + nonceLength + paddedLength + tagLength;
/** Characters of a label. With at most three bytes each it always fits. */
export const longestLabel = 80;

const context = utf8('opstap card label v1\u0000');
/** HPKE in base mode (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** By what a device reads labels of its programme. */
export interface LabelReader {
  readonly programme: ProgrammeId;
  /** The seed of the device's seat key: it opens what was sealed here. */
  readonly deviceSeed: Uint8Array;
  /** The seed of the programme's key: it opens whatever was sealed to it, by whom is not known. */
  readonly programmeSeed?: Uint8Array | undefined;
}

/**
 * Seals what a worker calls a batch of cards, for her device and for who has the programme's key, and for nobody else (ADM-41). Throws
 * `label-too-long`.
 */
export async function sealLabel(
  { programme, deviceSeed }: LabelReader,
  programmeKey: Uint8Array,
  label: string,
): Promise<Bytes> {
  const padded = pad(label);
  const contentKey = random(keyLength);
  const own = sealed(ownKey(programme, deviceSeed), contentKey);
  const wrapped = concatBytes(own, await sealToProgramme(programme, programmeKey, contentKey));
  return concatBytes(wrapped, sealed(contentKey, padded, wrapped));
}

/** The label, or null where neither key opens it or it is none. Never throws (ADM-43). */
export async function openLabel(reader: LabelReader, label: Uint8Array): Promise<string | null> {
  if (label.length !== sealedLabelLength) return null;
  const wrapped = label.subarray(0, wrappedLength);
  const contentKey = await contentKeyIn(reader, wrapped);
  const padded = contentKey && opened(contentKey, label.subarray(wrappedLength), wrapped);
  return (padded && unpad(padded)) ?? null;
}

async function contentKeyIn(reader: LabelReader, wrapped: Uint8Array): Promise<Uint8Array | undefined> {
  const { programme, deviceSeed, programmeSeed } = reader;
  const own = opened(ownKey(programme, deviceSeed), wrapped.subarray(0, ownLength));
  if (own !== undefined || programmeSeed === undefined) return own;
  return openAsProgramme(programme, programmeSeed, Uint8Array.from(wrapped.subarray(ownLength)));
}

function ownKey(programme: ProgrammeId, deviceSeed: Uint8Array): Uint8Array {
  return hkdf(sha256, deviceSeed, undefined, contextOf(programme), keyLength);
}

async function sealToProgramme(
  programme: ProgrammeId,
  programmeKey: Uint8Array,
  contentKey: Bytes,
): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(agreementKeyOf(programmeKey).buffer);
  const info = contextOf(programme).buffer;
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, contentKey.buffer);
  return concatBytes(new Uint8Array(enc), new Uint8Array(ct));
}

async function openAsProgramme(
  programme: ProgrammeId,
  programmeSeed: Uint8Array,
  wrapped: Bytes,
): Promise<Uint8Array | undefined> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(agreementSecretOf(programmeSeed).buffer);
    const [enc, ct] = [wrapped.slice(0, keyLength).buffer, wrapped.slice(keyLength).buffer];
    const info = contextOf(programme).buffer;
    return new Uint8Array(await suite.open({ recipientKey, enc, info }, ct));
  } catch {
    return undefined;
  }
}

function contextOf(programme: ProgrammeId): Bytes {
  return concatBytes(context, idToBytes(programme));
}

function sealed(key: Uint8Array, plaintext: Uint8Array, associated?: Uint8Array): Bytes {
  const nonce = random(nonceLength);
  return concatBytes(nonce, gcm(key, nonce, associated).encrypt(plaintext));
}

function opened(key: Uint8Array, box: Uint8Array, associated?: Uint8Array): Uint8Array | undefined {
  try {
    return gcm(key, box.subarray(0, nonceLength), associated).decrypt(box.subarray(nonceLength));
  } catch {
    return undefined;
  }
}

function pad(label: string): Bytes {
  const text = utf8(label);
  if (text.length >= paddedLength) throw new OpstapError('label-too-long');
  const padded = new Uint8Array(paddedLength);
  padded[0] = text.length;
  padded.set(text, 1);
  return padded;
}

function unpad(padded: Uint8Array): string | undefined {
  const end = 1 + (padded[0] ?? 0);
  if (padded.subarray(end).some((byte) => byte !== 0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(1, end));
  } catch {
    return undefined;
  }
}

function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

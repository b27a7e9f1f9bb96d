import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { ByteReader } from './byte-reader.js';

/** The mechanisms of OHT-8 with their numbers in HPKE. */
export const kems = {
  /** ML-KEM-768 and X25519 at once: holds if either one does. */
  'x-wing': { number: 0x647a, publicKeyLength: 1216 },
  x25519: { number: 0x0020, publicKeyLength: 32 },
} as const;

export type Kem = keyof typeof kems;

/** A KDF and an AEAD by their numbers in HPKE, known here or not. */
export interface SymmetricAlgorithms {
  readonly kdf: number;
  readonly aead: number;
}

/** A public key of a gateway and what to use it with (RFC 9458 section 3.1). */
export interface KeyConfiguration {
  /** 0 to 255. */
  readonly keyId: number;
  readonly kem: Kem;
  readonly publicKey: Bytes;
  readonly algorithms: readonly SymmetricAlgorithms[];
  /** The bytes that it was decoded from. */
  readonly encoded: Bytes;
}

/** Bytes: some fifty configurations with X-Wing (OHT-9). */
export const maximumConfigurationsLength = 64 * 1024;

/** Several times the combinations that HPKE has (OHT-8). */
const maximumAlgorithms = 64;
const algorithmsLength = 4;

/**
 * Reads a gateway's `application/ohttp-keys`, in its order, and passes over configurations of a mechanism that is not known here.
 * Throws `malformed-key-configuration` for the whole where any is malformed, since clients that saved different parts could be told
 * apart (OHT-9).
 */
export function decodeKeyConfigurations(encoded: Uint8Array): KeyConfiguration[] {
  if (encoded.length === 0 || encoded.length > maximumConfigurationsLength) throw malformed();
  const reader = new ByteReader(encoded, malformed);
  const known: KeyConfiguration[] = [];
  while (!reader.atEnd) {
    const configuration = reader.bytes(reader.u16());
    if (kemOf(configuration) !== undefined) known.push(decodeKeyConfiguration(configuration));
  }
  return known;
}

/** Reads one configuration to its last byte, or throws `malformed-key-configuration`. */
export function decodeKeyConfiguration(encoded: Uint8Array): KeyConfiguration {
  const reader = new ByteReader(encoded, malformed);
  const keyId = reader.u8();
  const kem = kemNumbered(reader.u16());
  if (kem === undefined) throw malformed();
  const publicKey = Uint8Array.from(reader.bytes(kems[kem].publicKeyLength));
  const algorithms = algorithmsIn(reader.bytes(reader.u16()));
  if (!reader.atEnd) throw malformed();
  return { keyId, kem, publicKey, algorithms, encoded: Uint8Array.from(encoded) };
}

/** SHA-256 of the encoded configuration: what a directory names it by (OHT-10). */
export async function digestOf({ encoded }: KeyConfiguration): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoded));
}

function algorithmsIn(encoded: Uint8Array): SymmetricAlgorithms[] {
  const count = encoded.length / algorithmsLength;
  if (count < 1 || count > maximumAlgorithms || !Number.isInteger(count)) throw malformed();
  const reader = new ByteReader(encoded, malformed);
  return Array.from({ length: count }, () => ({ kdf: reader.u16(), aead: reader.u16() }));
}

function kemOf(configuration: Uint8Array): Kem | undefined {
  const reader = new ByteReader(configuration, malformed);
  reader.u8(); // key id
  return kemNumbered(reader.u16());
}

function kemNumbered(number: number): Kem | undefined {
  const names: readonly Kem[] = ['x-wing', 'x25519'];
  return names.find((name) => kems[name].number === number);
}

function malformed(): OpstapError {
  return new OpstapError('malformed-key-configuration');
}

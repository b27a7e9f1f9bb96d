import { type CiphersuiteImpl, getCiphersuiteFromName, getCiphersuiteImpl } from 'ts-mls';
import { publicKeyOf, sign, verifies } from '../wire/ed25519.js';

/** The one cipher suite, without negotiation (E2E-1). */
export const cipherSuiteName: 'MLS_256_XWING_AES256GCM_SHA512_Ed25519' =
  'MLS_256_XWING_AES256GCM_SHA512_Ed25519';
/** Its number in key packages and welcomes; not one of IANA's (divergences.md). */
export const cipherSuiteNumber = 83;

let loading: Promise<CiphersuiteImpl> | undefined;

/** The suite's operations; loaded once, when they are first needed. Where they could not be, the next one who needs them tries again. */
export function cipherSuite(): Promise<CiphersuiteImpl> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Signatures come from the same library as the seats', because many phones' WebCrypto has no Ed25519 yet. */
async function load(): Promise<CiphersuiteImpl> {
  const suite = await getCiphersuiteImpl(getCiphersuiteFromName(cipherSuiteName));
  return {
    ...suite,
    signature: {
      sign: async (key, message) => sign(key, message),
      verify: async (key, message, signature) => verifies(key, message, signature),
      keygen: async () => generateSignatureKey(),
    },
  };
}

/** A signature key of a leaf: a 32-byte seed and its public key. */
export function generateSignatureKey(): { signKey: Uint8Array; publicKey: Uint8Array } {
  const signKey = crypto.getRandomValues(new Uint8Array(32));
  return { signKey, publicKey: publicKeyOf(signKey) };
}

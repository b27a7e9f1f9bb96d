import { existsSync, readFileSync } from 'node:fs';
import {
  bytesToBase64,
  type CiphersuiteName,
  ciphersuites,
  decodeMlsMessage,
  defaultAuthenticationService,
  defaultKeyPackageEqualityConfig,
  defaultKeyRetentionConfig,
  defaultLifetimeConfig,
  encodeMlsMessage,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  joinGroup,
  makePskIndex,
} from 'ts-mls';
import { decodeRatchetTree } from 'ts-mls/ratchetTree.js';
import { describe, expect, test } from 'vitest';
import { sameBytes } from '../wire/bytes.js';
import { noPadding } from './padding.js';

// The MLS working group's vectors lie beside the checkout, because they are large and nobody here changes them.
const folder = new URL('../../../../../shared/vectors/mls/', import.meta.url);
const present = existsSync(folder);
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

function read<T>(name: string, keep: (value: T) => boolean = () => true): T[] {
  if (!present) return [];
  const vectors: T[] = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return vectors.filter(keep);
}

interface Passive {
  cipher_suite: number;
  external_psks: { psk_id: string; psk: string }[];
  key_package: string;
  signature_priv: string;
  encryption_priv: string;
  init_priv: string;
  welcome: string;
  ratchet_tree: string | null;
  initial_epoch_authenticator: string;
}

/** Suites of the vectors that need nothing beyond what the one suite of the product needs. */
const available = new Map<number, CiphersuiteName>(
  (
    [
      'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
      'MLS_128_DHKEMP256_AES128GCM_SHA256_P256',
      'MLS_256_DHKEMP521_AES256GCM_SHA512_P521',
      'MLS_256_DHKEMP384_AES256GCM_SHA384_P384',
    ] satisfies CiphersuiteName[]
  ).map((name) => [ciphersuites[name], name]),
);

const messageKinds = [
  'mls_welcome',
  'mls_group_info',
  'mls_key_package',
  'public_message_application',
  'public_message_proposal',
  'public_message_commit',
  'private_message',
] as const;

const { CI: isCi } = process.env;
test.runIf(isCi === 'true')('the official vectors are there', () => {
  expect(present, `no vectors in ${folder.pathname}`).toBe(true);
});

describe.skipIf(!present)('official MLS vectors', () => {
  const messages = read<Record<(typeof messageKinds)[number], string>>('messages.json').slice(0, 25);

  test.each(messageKinds)('%s decodes to its last byte and encodes again', (kind) => {
    expect(messages.length).toBe(25);
    for (const vector of messages) {
      const bytes = bytesOf(vector[kind]);
      const [message, length] = decodeMlsMessage(bytes, 0) ?? [];
      if (message === undefined) throw new Error('does not decode');
      expect(length).toBe(bytes.length);
      expect(sameBytes(encodeMlsMessage(message), bytes)).toBe(true);
    }
  });

  const passive = read<Passive>('passive-client-welcome.json', (vector) =>
    available.has(vector.cipher_suite),
  );

  test.each(passive.map((vector, at) => [at, vector] as const))(
    'welcome %i is joined',
    async (_at, vector) => {
      const name = available.get(vector.cipher_suite);
      if (name === undefined) throw new Error('not available');
      const suite = await getCiphersuiteImpl(getCiphersuiteFromName(name));
      const [keyPackage] = decodeMlsMessage(bytesOf(vector.key_package), 0) ?? [];
      const [welcome] = decodeMlsMessage(bytesOf(vector.welcome), 0) ?? [];
      if (keyPackage?.wireformat !== 'mls_key_package' || welcome?.wireformat !== 'mls_welcome') {
        throw new Error('does not decode');
      }
      const psks = vector.external_psks.map(({ psk_id, psk }) => [
        bytesToBase64(bytesOf(psk_id)),
        bytesOf(psk),
      ]);
      const tree =
        vector.ratchet_tree === null ? undefined : decodeRatchetTree(bytesOf(vector.ratchet_tree), 0)?.[0];
      const state = await joinGroup(
        welcome.welcome,
        keyPackage.keyPackage,
        {
          initPrivateKey: bytesOf(vector.init_priv),
          hpkePrivateKey: bytesOf(vector.encryption_priv),
          signaturePrivateKey: bytesOf(vector.signature_priv),
        },
        makePskIndex(undefined, Object.fromEntries(psks)),
        suite,
        tree,
        undefined,
        {
          keyRetentionConfig: defaultKeyRetentionConfig,
          lifetimeConfig: defaultLifetimeConfig,
          keyPackageEqualityConfig: defaultKeyPackageEqualityConfig,
          paddingConfig: noPadding,
          authService: defaultAuthenticationService,
        },
      );
      expect(state.keySchedule.epochAuthenticator).toEqual(bytesOf(vector.initial_epoch_authenticator));
    },
  );
});

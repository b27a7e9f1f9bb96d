import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseId } from '../id/branded-id.js';
import { fromBase64Url, toBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';
import { MalformedDocumentError } from '../wire/canonical-json.js';
import { deviceCredentialFormat, verifyCredential } from './device-credential.js';
import { type DocumentFormat, parseDocument, signDocument, verifyDocument } from './document.js';
import { pageListFormat } from './page-list.js';
import { programmeProposalFormat } from './programme-proposal.js';
import { programmeStatusFormat } from './programme-status.js';
import { releaseFormat } from './release.js';
import { acceptReleases } from './release-chain.js';
import { socialMapFormat } from './social-map.js';
import { acceptStatus, currentStatuses, revokes, type StatusBook } from './status-book.js';

type Format = 'release' | 'status' | 'credential' | 'proposal' | 'social-map' | 'page-list';
interface DocumentVector {
  name: string;
  format: Format;
  utf8?: string;
  hex?: string;
  expect: 'valid' | 'bad-signature' | 'malformed';
  key: string;
  digest: string;
  seed?: string;
}
const vectors: {
  publicKeys: { operator: string };
  documents: DocumentVector[];
  releases: Record<string, string>;
  chains: {
    name: string;
    held: string | null;
    signer: string;
    fetched: string[];
    now: string;
    expect: string | number;
    newSigner?: string;
  }[];
  statusEnvelopes: Record<string, string>;
  statuses: {
    name: string;
    steps: { status: string; expect: string }[];
    now: string;
    current: string[];
    revoked: { programme: string; device: string; expect: boolean }[];
  }[];
  credentialEnvelopes: Record<string, string>;
  credentials: {
    name: string;
    identity: string;
    chosen: string;
    now: string;
    leafSignatureKey: string;
    expect: string;
  }[];
} = JSON.parse(readFileSync(new URL('../../../vectors/directory.json', import.meta.url), 'utf8'));

const bytesOf = (text: string) => {
  const bytes = fromBase64Url(text);
  if (bytes === undefined) throw new Error('not base64url');
  return bytes;
};
const named = (table: Record<string, string>, name: string) => utf8(table[name] ?? name);
const envelopeOf = (vector: DocumentVector) =>
  vector.hex === undefined ? utf8(vector.utf8 ?? '') : Uint8Array.from(Buffer.from(vector.hex, 'hex'));
const documents = (expected: DocumentVector['expect']) =>
  vectors.documents.filter((vector) => vector.expect === expected);

function withFormat<R>(format: Format, use: <T>(format: DocumentFormat<T>) => R): R {
  if (format === 'release') return use(releaseFormat);
  if (format === 'proposal') return use(programmeProposalFormat);
  if (format === 'social-map') return use(socialMapFormat);
  if (format === 'page-list') return use(pageListFormat);
  return format === 'status' ? use(programmeStatusFormat) : use(deviceCredentialFormat);
}

const operator = bytesOf(vectors.publicKeys.operator);
function releaseNamed(name: string, signer = operator) {
  const release = verifyDocument(parseDocument(releaseFormat, named(vectors.releases, name)), signer);
  if (release === undefined) throw new Error('not signed');
  return release;
}
const release = releaseNamed('r1').content;

describe('documents', () => {
  test.each(documents('valid'))('reads and verifies: $name', (vector) => {
    withFormat(vector.format, (format) => {
      const document = verifyDocument(parseDocument(format, envelopeOf(vector)), bytesOf(vector.key));
      expect(document && toBase64Url(document.digest)).toBe(vector.digest);
      expect(document?.envelope).toEqual(envelopeOf(vector));
    });
  });

  test.each(documents('bad-signature'))('refuses the signature: $name', (vector) => {
    withFormat(vector.format, (format) => {
      expect(verifyDocument(parseDocument(format, envelopeOf(vector)), bytesOf(vector.key))).toBeUndefined();
    });
  });

  test.each(documents('malformed'))('refuses $name', (vector) => {
    withFormat(vector.format, (format) => {
      expect(() => parseDocument(format, envelopeOf(vector))).toThrow(MalformedDocumentError);
    });
  });

  test.each(documents('valid').filter(({ seed }) => seed !== undefined))(
    'signs to the same bytes: $name',
    (vector) => {
      withFormat(vector.format, (format) => {
        const { unverifiedContent } = parseDocument(format, envelopeOf(vector));
        const signed = signDocument(format, unverifiedContent, bytesOf(vector.seed ?? ''));
        expect(signed.envelope).toEqual(envelopeOf(vector));
      });
    },
  );

  test('refuses documents that are too long before reading them', () => {
    const long = utf8(' '.repeat(releaseFormat.maxLength + 1));
    expect(() => parseDocument(releaseFormat, long)).toThrow(MalformedDocumentError);
  });
});

test.each(vectors.chains)('chain: $name', ({ held, signer, fetched, now, expect: expected, newSigner }) => {
  const decision = acceptReleases(
    held === null ? undefined : releaseNamed(held, bytesOf(signer)),
    fetched.map((name) => named(vectors.releases, name)),
    bytesOf(signer),
    now,
  );
  expect(decision.accepted ? toBase64Url(decision.signer) : undefined).toBe(newSigner);
  expect(decision.accepted ? decision.newest.content.number : decision.reason).toBe(expected);
});

test.each(vectors.statuses)('status: $name', ({ steps, now, current, revoked }) => {
  let book: StatusBook = new Map();
  for (const { status, expect: expected } of steps) {
    const decision = acceptStatus(book, named(vectors.statusEnvelopes, status), release);
    expect(decision.accepted ? 'accepted' : decision.reason).toBe(expected);
    if (decision.accepted) book = decision.book;
  }
  expect([...currentStatuses(book, now).keys()].sort()).toEqual(current);
  for (const { programme, device, expect: expected } of revoked) {
    expect(revokes(book, parseId('prg', programme), parseId('dev', device))).toBe(expected);
  }
});

test.each(vectors.credentials)('credential: $name', (vector) => {
  const decision = acceptStatus(new Map(), named(vectors.statusEnvelopes, 's1'), release);
  const verification = verifyCredential(
    named(vectors.credentialEnvelopes, vector.identity),
    release,
    decision.accepted ? decision.book : new Map(),
    parseId('prg', vector.chosen),
    vector.now,
    bytesOf(vector.leafSignatureKey),
  );
  expect(verification.trusted ? 'trusted' : verification.reason).toBe(vector.expect);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseId, randomId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { fromBase64Url } from '../wire/base64url.js';
import { agreementKeyOf, publicKeyOf } from '../wire/ed25519.js';
import { type LabelReader, longestLabel, openLabel, sealedLabelLength, sealLabel } from './card-label.js';

type Sealed = Readonly<Record<'name' | 'sealed', string>>;
type Vector = Sealed &
  Readonly<
    Record<
      'programme' | 'programmeSeed' | 'programmeKey' | 'agreementKey' | 'deviceSeed' | 'otherSeed' | 'label',
      string
    >
  >;

const vectors: { readonly labels: readonly Vector[]; readonly refused: readonly (Sealed & Vector)[] } =
  JSON.parse(readFileSync(new URL('../../../vectors/card-labels.json', import.meta.url), 'utf8'));

const bytes = (text: string): Bytes => fromBase64Url(text) ?? new Uint8Array();
const random = () => crypto.getRandomValues(new Uint8Array(32));

/** Who reads a vector: on the device that sealed it, with the programme's key elsewhere, or elsewhere without it. */
function readersOf({ programme, deviceSeed, programmeSeed, otherSeed }: Vector) {
  const of = { programme: parseId('prg', programme) };
  return {
    device: { ...of, deviceSeed: bytes(deviceSeed) },
    coordinator: { ...of, deviceSeed: bytes(otherSeed), programmeSeed: bytes(programmeSeed) },
    colleague: { ...of, deviceSeed: bytes(otherSeed) },
  } satisfies Record<string, LabelReader>;
}

test.each(vectors.labels)(
  '$name is read by its device and the programme alone (ADM-41, ADM-42)',
  async (vector) => {
    const { device, coordinator, colleague } = readersOf(vector);
    const sealed = bytes(vector.sealed);
    expect(publicKeyOf(bytes(vector.programmeSeed))).toEqual(bytes(vector.programmeKey));
    expect(agreementKeyOf(bytes(vector.programmeKey))).toEqual(bytes(vector.agreementKey));
    expect(await openLabel(device, sealed)).toBe(vector.label);
    expect(await openLabel(coordinator, sealed)).toBe(vector.label);
    expect(await openLabel(colleague, sealed)).toBeNull();
  },
);

test.each(vectors.refused)('is no label: $name (ADM-43)', async ({ sealed, ...vector }) => {
  const { device, coordinator } = readersOf({ ...vector, sealed });
  expect(await openLabel(device, bytes(sealed))).toBeNull();
  expect(await openLabel(coordinator, bytes(sealed))).toBeNull();
});

test('what is sealed here has one length, and opens for both and for nobody else (ADM-41, ADM-42)', async () => {
  const [deviceSeed, programmeSeed] = [random(), random()];
  const device = { programme: randomId('prg'), deviceSeed };
  const coordinator = { ...device, deviceSeed: random(), programmeSeed };
  const others = [
    { ...coordinator, programmeSeed: random() },
    { ...coordinator, programme: randomId('prg') },
    { ...device, programme: randomId('prg') },
  ];
  for (const label of ['', 'Zuid, zaterdag', 'ș'.repeat(longestLabel)]) {
    const sealed = await sealLabel(device, publicKeyOf(programmeSeed), label);
    expect(sealed.length).toBe(sealedLabelLength);
    expect(await openLabel(device, sealed)).toBe(label);
    expect(await openLabel(coordinator, sealed)).toBe(label);
    for (const other of others) expect(await openLabel(other, sealed)).toBeNull();
  }
  expect(sealedLabelLength).toBeLessThanOrEqual(512);
  await expect(sealLabel(device, publicKeyOf(programmeSeed), 'ș'.repeat(200))).rejects.toThrow(
    'label-too-long',
  );
});

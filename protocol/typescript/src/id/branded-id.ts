/** The kinds of identifier, each with the three letters that its texts begin with (ID-2). */
export const brands = {
  pseudonym: 'psn',
  conversation: 'cnv',
  programme: 'prg',
  worker: 'wrk',
  device: 'dev',
  lead: 'lea',
  keyPackage: 'kpk',
  vault: 'vlt',
  card: 'crd',
  invitation: 'inv',
} as const;

export type Brand = (typeof brands)[keyof typeof brands];

declare const brand: unique symbol;

/** The one text form of 128 random bits of a known kind; two kinds never take each other's place. */
export type BrandedId<B extends Brand> = string & { readonly [brand]: B };

export type PseudonymId = BrandedId<'psn'>;
export type ConversationId = BrandedId<'cnv'>;
export type ProgrammeId = BrandedId<'prg'>;
export type WorkerId = BrandedId<'wrk'>;
export type DeviceId = BrandedId<'dev'>;
export type LeadId = BrandedId<'lea'>;
export type KeyPackageId = BrandedId<'kpk'>;
export type VaultId = BrandedId<'vlt'>;
export type CardId = BrandedId<'crd'>;
export type InvitationId = BrandedId<'inv'>;

/** A text or bytes that are no identifier of the wanted kind; the message never repeats the input (ID-6). */
export class MalformedIdentifierError extends Error {
  readonly code = 'malformed-identifier';

  constructor() {
    super('malformed identifier');
    this.name = 'MalformedIdentifierError';
  }
}

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const checkModulus = 37;
const digits = 26;
const prefixLength = 4;
const byteLength = 16;
const shape = /^[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}[0-9A-HJKMNP-TV-Z*~$=U]$/;

/** Whether a text is exactly the one form of an identifier of this kind. */
export function isId<B extends Brand>(kind: B, text: string): text is BrandedId<B> {
  return shape.test(text) && text.startsWith(`${kind}_`) && checks(text);
}

/** Reads a text form, or throws a {@link MalformedIdentifierError}. */
export function parseId<B extends Brand>(kind: B, text: string): BrandedId<B> {
  if (!isId(kind, text)) throw new MalformedIdentifierError();
  return text;
}

/** A new identifier from the platform's secure randomness, or from a source given for tests. */
export function randomId<B extends Brand>(
  kind: B,
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): BrandedId<B> {
  const bytes = new Uint8Array(byteLength);
  fill(bytes);
  return idFromBytes(kind, bytes);
}

/** 16 bytes, big-endian, without the kind (ID-7). */
export function idToBytes(id: BrandedId<Brand>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength);
  // 26 digits are 130 bits: the first two are always zero.
  let buffered = 0;
  let bits = -2;
  let at = 0;
  for (const digit of id.slice(prefixLength, prefixLength + digits)) {
    buffered = ((buffered << 5) | symbols.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffered >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}

/** Reads 16 bytes, or throws a {@link MalformedIdentifierError}. */
export function idFromBytes<B extends Brand>(kind: B, bytes: Uint8Array): BrandedId<B> {
  if (bytes.length !== byteLength) throw new MalformedIdentifierError();
  let text = '';
  let buffered = 0;
  let bits = 2;
  for (const byte of bytes) {
    buffered = ((buffered << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += symbols.charAt((buffered >> bits) & 31);
    }
  }
  return parseId(kind, `${kind}_${text}${symbols.charAt(remainder(text))}`);
}

function checks(text: string): boolean {
  const end = prefixLength + digits;
  return symbols.indexOf(text.charAt(end)) === remainder(text.slice(prefixLength, end));
}

function remainder(text: string): number {
  let value = 0;
  for (const digit of text) value = (value * 32 + symbols.indexOf(digit)) % checkModulus;
  return value;
}

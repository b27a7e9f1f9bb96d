const seedLength = 32;
const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** The algorithm Ed25519 and the octet string that holds its key (RFC 8410, section 7). */
const before = [0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/** The Ed25519 key of a private key's file: 32 bytes alone, or PKCS #8 in PEM as the operator's command writes it. Null for anything else. */
export function seedIn(file: Uint8Array): Uint8Array | null {
  if (file.length === seedLength) return file;
  const text = new TextDecoder().decode(file);
  const [, lines] =
    /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(text) ?? [];
  const base64 = lines?.replace(/\s/g, '');
  if (base64 === undefined || !isBase64.test(base64)) return null;
  const der = Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0));
  const at = der.findIndex((_, index) => before.every((byte, offset) => der[index + offset] === byte));
  const seed = der.slice(at + before.length, at + before.length + seedLength);
  return at >= 0 && seed.length === seedLength ? seed : null;
}

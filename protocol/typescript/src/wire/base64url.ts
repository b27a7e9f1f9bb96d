const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  let buffered = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffered = ((buffered << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((buffered >> bits) & 63);
    }
  }
  return bits === 0 ? text : text + alphabet.charAt((buffered << (6 - bits)) & 63);
}

/** The bytes of a base64url text in its only canonical form, or undefined for anything else. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let buffered = 0;
  let bits = 0;
  let at = 0;
  for (const symbol of text) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return undefined;
    buffered = ((buffered << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffered >> bits) & 0xff;
      at += 1;
    }
  }
  return toBase64Url(bytes) === text ? bytes : undefined;
}

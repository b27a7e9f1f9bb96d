import { type Bytes, toBase64 } from '../json/base64url.js';
import { toBase64Url } from '../wire/base64url.js';
import { type SignatureComponent, signatureBase, signatureParams } from './signature-base.js';

const label = 'opstap';
const nonceLength = 16;

/** A minted session, ready to sign with; its key can't be read back out of it. */
export interface SigningSession {
  readonly session: string;
  readonly key: CryptoKey;
}

export interface RequestToSign {
  readonly method: string;
  readonly url: URL;
  /** Exactly the bytes that are sent; empty where there is no body. */
  readonly body: Bytes;
}

/** Takes a session's 32-byte key into WebCrypto, from where it can't be exported. */
export function importSessionKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** A nonce of 22 characters of the base64url alphabet (SES-14). */
export function randomNonce(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(nonceLength)));
}

/** The value of `Content-Digest` (RFC 9530), also of an empty body (SES-12). */
export async function contentDigest(body: Bytes): Promise<string> {
  return `sha-256=:${toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', body)))}:`;
}

/** The five components that every signature covers (SES-10), a lone `?` standing for no query (SES-11). */
export async function coveredComponents(request: RequestToSign): Promise<readonly SignatureComponent[]> {
  return [
    ['@method', request.method],
    ['@authority', request.url.host],
    ['@path', request.url.pathname],
    ['@query', request.url.search === '' ? '?' : request.url.search],
    ['content-digest', await contentDigest(request.body)],
  ];
}

/** The headers that sign a request with a session (RFC 9421, `hmac-sha256`). `created` is in seconds since 1970. */
export async function signRequest(
  request: RequestToSign,
  { session, key }: SigningSession,
  created: number,
  nonce: string = randomNonce(),
): Promise<Record<string, string>> {
  const components = await coveredComponents(request);
  const parameters = { created, nonce, keyid: session, alg: 'hmac-sha256' };
  const base = new TextEncoder().encode(signatureBase(components, parameters));
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, base));
  const names = components.map(([name]) => name);
  return {
    'Content-Digest': await contentDigest(request.body),
    'Signature-Input': `${label}=${signatureParams(names, parameters)}`,
    Signature: `${label}=:${toBase64(signature)}:`,
  };
}

import { type Bytes, bytesOf } from '../json/base64url.js';
import { objectOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import { toBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';

/** What is taken of a browser's `PublicKeyCredential`. */
export interface CredentialAnswer {
  readonly rawId: ArrayBuffer;
  readonly response: {
    readonly clientDataJSON: ArrayBuffer;
    readonly attestationObject?: ArrayBuffer;
    readonly authenticatorData?: ArrayBuffer;
    readonly signature?: ArrayBuffer;
  };
  getClientExtensionResults(): {
    readonly prf?: { readonly results?: { readonly first?: BufferSource } };
  };
}

/** The browser's own two functions, or what takes their place in a test. Null where the person or the browser said no. */
export interface Authenticator {
  /** What authenticators show of it: the page's name and the person's, which are nobody else's to see. */
  readonly page: string;
  readonly person: string;
  create(options: PublicKeyCredentialCreationOptions): Promise<CredentialAnswer | null>;
  get(options: PublicKeyCredentialRequestOptions): Promise<CredentialAnswer | null>;
}

/** An assertion as the server takes it, and the secret that only this passkey gives, where it can. */
export interface SignedPasskey {
  readonly members: Readonly<
    Record<'credentialId' | 'clientDataJson' | 'authenticatorData' | 'signature', string>
  >;
  readonly secret: Bytes | null;
}

/** A little less than a challenge lives (STF-1). */
const timeout = 110_000;
const es256 = -7;
const ed25519 = -8;
const rs256 = -257;
/** What the authenticator's PRF is asked about: always the same, so that it answers the same. */
const prfInput = utf8('opstap worker vault v1');
const extensions: AuthenticationExtensionsClientInputs = { prf: { eval: { first: prfInput } } };

/** Makes a passkey, as the member `passkey` of a registration. Throws `no-passkey` where there comes none. */
export async function makePasskey(
  transport: HttpTransport,
  authenticator: Authenticator,
): Promise<Readonly<Record<'clientDataJson' | 'attestationObject', string>>> {
  const challenge = await challengeFrom(transport);
  const made = await answered(
    authenticator.create({
      challenge,
      rp: { id: hostOf(transport), name: authenticator.page },
      // Drawn anew: nothing that the server knows her by.
      user: {
        id: crypto.getRandomValues(new Uint8Array(32)),
        name: authenticator.person,
        displayName: authenticator.person,
      },
      pubKeyCredParams: [es256, ed25519, rs256].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      extensions,
      timeout,
    }),
  );
  const { clientDataJSON, attestationObject } = made.response;
  return { clientDataJson: text(clientDataJSON), attestationObject: text(attestationObject) };
}

/** Has any passkey of this host sign. Throws `no-passkey` where none does. */
export async function signWithPasskey(
  transport: HttpTransport,
  authenticator: Authenticator,
): Promise<SignedPasskey> {
  const challenge = await challengeFrom(transport);
  const rpId = hostOf(transport);
  const signed = await answered(
    authenticator.get({ challenge, rpId, userVerification: 'required', extensions, timeout }),
  );
  const { clientDataJSON, authenticatorData, signature } = signed.response;
  return {
    members: {
      credentialId: text(signed.rawId),
      clientDataJson: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
    },
    secret: secretOf(signed),
  };
}

async function challengeFrom(transport: HttpTransport): Promise<Bytes> {
  const { body } = await withRetry(transport.environment, () =>
    transport.send({ method: 'POST', target: '/v1/passkey-challenges', body: {} }),
  );
  return bytesOf(objectOf(body)['challenge'] ?? null);
}

async function answered(asked: Promise<CredentialAnswer | null>): Promise<CredentialAnswer> {
  const answer = await asked.catch((cause: unknown) => {
    throw new OpstapError('no-passkey', { cause });
  });
  if (answer === null) throw new OpstapError('no-passkey');
  return answer;
}

function secretOf(signed: CredentialAnswer): Bytes | null {
  const first = signed.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  return ArrayBuffer.isView(first)
    ? Uint8Array.from(new Uint8Array(first.buffer, first.byteOffset, first.byteLength))
    : new Uint8Array(first.slice(0));
}

function text(bytes: ArrayBuffer | undefined): string {
  if (bytes === undefined) throw new OpstapError('no-passkey');
  return toBase64Url(new Uint8Array(bytes));
}

function hostOf({ authority }: HttpTransport): string {
  return authority.replace(/:\d+$/, '');
}

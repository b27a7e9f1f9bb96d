import type { Bytes } from '@opstap/protocol/json/base64url';
import { OpstapError } from '@opstap/protocol/problem/opstap-error';
import type { Authenticator, CredentialAnswer } from '@opstap/protocol/staff/passkey';

const address = /^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/;

/** Whether a passkey can be of this page: browsers make none for an address without a name. */
export function canHavePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && !address.test(location.hostname);
}

/** The browser's authenticators; `page` and `person` are what they show. */
export function authenticatorOf(page: string, person: string): Authenticator {
  return {
    page,
    person: person === '' ? page : person,
    create: async (publicKey) => answerOf(await navigator.credentials.create({ publicKey })),
    get: async (publicKey) => answerOf(await navigator.credentials.get({ publicKey })),
  };
}

function answerOf(credential: Credential | null): CredentialAnswer | null {
  if (!(credential instanceof PublicKeyCredential)) return null;
  const { rawId, response } = credential;
  const { clientDataJSON } = response;
  const getClientExtensionResults = () => credential.getClientExtensionResults();
  if (response instanceof AuthenticatorAttestationResponse) {
    const { attestationObject } = response;
    return { rawId, response: { clientDataJSON, attestationObject }, getClientExtensionResults };
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) return null;
  const { authenticatorData, signature } = response;
  return { rawId, response: { clientDataJSON, authenticatorData, signature }, getClientExtensionResults };
}

/** The phrase that some words are. Throws `phrase-misread` where they are none. */
export async function phraseIn(words: string): Promise<Bytes> {
  const { readPhrase } = await import('./phrase.js');
  const reading = readPhrase(words);
  if (reading.kind !== 'phrase') throw new OpstapError('phrase-misread');
  return reading.phrase;
}

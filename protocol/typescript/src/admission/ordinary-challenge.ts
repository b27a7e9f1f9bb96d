import type { TokenChallenge } from '../privacypass/token-challenge.js';

/** What a server without a host name of its own calls itself, as on a developer's machine. */
const unnamed = 'opstap.localhost';
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The challenge of a host, as far as that can be told from its name alone. */
export function ordinaryChallenge(host: string): TokenChallenge {
  const issuerName = loopback.test(host) ? unnamed : host;
  return { issuerName, redemptionContext: new Uint8Array(), originNames: [issuerName] };
}

/**
 * Whether a challenge is the one that a host asks everybody for (PRS-1): the host itself is issuer and only origin, and the context
 * is empty. With anything else in it, a server could tell its visitors apart, since their tokens carry its digest.
 */
export function isOrdinary(
  { issuerName, redemptionContext, originNames }: TokenChallenge,
  host: string,
): boolean {
  const named = issuerName === host || (issuerName === unnamed && loopback.test(host));
  return named && redemptionContext.length === 0 && originNames.length === 1 && originNames[0] === issuerName;
}

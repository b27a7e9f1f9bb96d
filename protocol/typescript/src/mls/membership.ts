import type { Credential } from 'ts-mls';
import type { DeviceId, ProgrammeId, PseudonymId } from '../id/branded-id.js';

/** Who a leaf is. A device is named by the credential that its programme signed; the seeker by her pseudonym. */
export type Identity =
  | { readonly kind: 'seeker'; readonly holder: PseudonymId }
  | { readonly kind: 'device'; readonly holder: DeviceId; readonly programme: ProgrammeId };

/** A member of a group: the leaf and what stands in it. */
export interface Member {
  readonly leaf: number;
  readonly identity: Identity;
}

/** What a client knows of programmes, devices and their keys; the group asks it about every credential. */
export interface MembershipRules {
  /**
   * Who a basic credential with this leaf signature key is, its signature verified and whatever its dates are; undefined
   * for everything that may not be in the group.
   */
  identify(credential: Uint8Array, signatureKey: Uint8Array): Identity | undefined;
  /** Whether a device may come in now: KPK-9. */
  admits(credential: Uint8Array, signatureKey: Uint8Array): boolean;
  /** Whether a device in the group has its open seat still, by the server's last word: who has none may be removed by anybody (E2E-14). */
  hasSeat(device: DeviceId): boolean;
}

/** The seeker's leaf, for the life of the group (E2E-2). */
export const seekerLeaf = 0;
/** Never a fifth (E2E-4). */
export const mostLeaves = 4;

/** The identity bytes of a basic credential; undefined for every other kind. */
export function basicIdentity(credential: Credential): Uint8Array | undefined {
  return credential.credentialType === 'basic' && 'identity' in credential ? credential.identity : undefined;
}

import type { KeyPackage } from 'ts-mls';
import type { ClaimedKeyPackage } from '../conversation/conversation-requests.js';
import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import { isSigned } from '../mls/device-key-package.js';
import { readKeyPackage } from '../mls/framing.js';
import { basicIdentity } from '../mls/membership.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { CredentialJudge, DeviceRefusal } from './trusted-directory.js';

/** A device may not come in, and nothing was sent to it: `reason` is the check of KPK-9 that failed. */
export class DeviceRefusedError extends OpstapError {
  readonly device: DeviceId;
  readonly reason: DeviceRefusal | 'wrong-device' | 'wrong-package-signature';

  constructor(device: DeviceId, reason: DeviceRefusedError['reason']) {
    super('device-refused');
    this.name = 'DeviceRefusedError';
    this.device = device;
    this.reason = reason;
  }
}

/**
 * The claimed key packages that pass KPK-9 for a programme: at least one. Throws the {@link DeviceRefusedError} of the first one
 * where none does.
 */
export async function trustedOf(
  judge: CredentialJudge,
  programme: ProgrammeId,
  claimed: readonly ClaimedKeyPackage[],
): Promise<readonly ClaimedKeyPackage[]> {
  const refusals = await Promise.all(claimed.map((each) => refusalOf(judge, programme, each)));
  const trusted = claimed.filter((_, at) => refusals[at] === undefined);
  const [first] = claimed;
  if (first === undefined) throw new OpstapError('nobody-on-duty');
  if (trusted.length === 0) throw new DeviceRefusedError(first.device, refusals[0] ?? 'malformed');
  return trusted;
}

async function refusalOf(
  judge: CredentialJudge,
  programme: ProgrammeId,
  { device, message }: ClaimedKeyPackage,
): Promise<DeviceRefusedError['reason'] | undefined> {
  const keyPackage = keyPackageIn(message);
  if (keyPackage === undefined) return 'malformed';
  const { credential, signaturePublicKey } = keyPackage.leafNode;
  const identity = basicIdentity(credential) ?? new Uint8Array();
  const reason = judge.refusal(programme, identity, signaturePublicKey);
  if (reason !== undefined) return reason;
  if (judge.device(identity, signaturePublicKey)?.holder !== device) return 'wrong-device';
  return (await isSigned(keyPackage)) ? undefined : 'wrong-package-signature';
}

function keyPackageIn(message: Uint8Array): KeyPackage | undefined {
  try {
    return readKeyPackage(message);
  } catch {
    return undefined;
  }
}

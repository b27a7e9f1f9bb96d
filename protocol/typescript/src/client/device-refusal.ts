import type { ClaimedKeyPackage } from '../conversation/conversation-requests.js';
import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import { readKeyPackage } from '../mls/framing.js';
import { basicIdentity } from '../mls/membership.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { CredentialJudge, DeviceRefusal } from './trusted-directory.js';

/** A device may not come in, and nothing was sent to it: `reason` is the check of KPK-9 that failed. */
export class DeviceRefusedError extends OpstapError {
  readonly device: DeviceId;
  readonly reason: DeviceRefusal | 'wrong-device';

  constructor(device: DeviceId, reason: DeviceRefusal | 'wrong-device') {
    super('device-refused');
    this.name = 'DeviceRefusedError';
    this.device = device;
    this.reason = reason;
  }
}

/** Throws a {@link DeviceRefusedError} unless a claimed key package passes KPK-9 for a programme. */
export function requireTrusted(
  judge: CredentialJudge,
  programme: ProgrammeId,
  claimed: ClaimedKeyPackage,
): void {
  const { leafNode } = readKeyPackageOf(claimed);
  const credential = basicIdentity(leafNode.credential) ?? new Uint8Array();
  const reason = judge.refusal(programme, credential, leafNode.signaturePublicKey);
  if (reason !== undefined) throw new DeviceRefusedError(claimed.device, reason);
  const holder = judge.device(credential, leafNode.signaturePublicKey)?.holder;
  if (holder !== claimed.device) throw new DeviceRefusedError(claimed.device, 'wrong-device');
}

function readKeyPackageOf({ device, message }: ClaimedKeyPackage): ReturnType<typeof readKeyPackage> {
  try {
    return readKeyPackage(message);
  } catch {
    throw new DeviceRefusedError(device, 'malformed');
  }
}

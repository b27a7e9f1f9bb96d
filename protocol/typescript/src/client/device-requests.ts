import { type DeviceId, type ProgrammeId, parseId, type WorkerId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, booleanOf, countOf, nullable, objectOf, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import { type Role, roleOf } from './staff.js';

export type Duty = 'primary' | 'backup' | 'off';

/** A device of the own programme. */
export interface Colleague {
  readonly device: DeviceId;
  readonly worker: WorkerId;
  readonly role: string;
  readonly duty: string;
  /** Unclaimed key packages, that of last resort not counted. */
  readonly stock: number;
  readonly lastResort: boolean;
  /** The last day on which phones take its credential (UTC, `2026-12-31`); null where it has none. */
  readonly credentialUntil: string | null;
}

/** What the server says of the device that asks. */
export interface DeviceView {
  readonly role: Role;
  readonly credential: Uint8Array | null;
  readonly stock: number;
  readonly lastResort: boolean;
}

/** What a device's session names. */
interface SignedIn {
  readonly session: SeatSession;
  readonly device: DeviceId;
  readonly programme: ProgrammeId;
}

export async function showDevice({ session, device }: SignedIn): Promise<DeviceView> {
  const { body } = await session.request({ method: 'GET', target: `/v1/devices/${device}` });
  const { credential, stock, lastResort, role } = objectOf(body);
  return {
    role: roleOf(textOf(role)),
    credential: nullable(credential, (bytes) => bytesOf(bytes)),
    stock: countOf(stock),
    lastResort: booleanOf(lastResort),
  };
}

/** Adds to the device's stock; `last` takes the place of its package of last resort (KPK-3). */
export async function publishPackages(
  { session, device }: SignedIn,
  packages: readonly Uint8Array[],
  last: Uint8Array | undefined,
): Promise<void> {
  await session.request({
    method: 'POST',
    target: `/v1/devices/${device}/key-packages`,
    body: {
      keyPackages: packages.map(toBase64Url),
      ...(last === undefined ? {} : { lastResort: toBase64Url(last) }),
    },
  });
}

export async function putDuty({ session, device }: SignedIn, duty: Duty): Promise<void> {
  await session.request({ method: 'PUT', target: `/v1/devices/${device}/duty`, body: { duty } });
}

/** The active devices of the own programme, the one that asks included. */
export async function listTeam({ session, programme }: SignedIn): Promise<readonly Colleague[]> {
  const { body } = await session.request({ method: 'GET', target: `/v1/programmes/${programme}/devices` });
  const { devices } = objectOf(body);
  return arrayOf(devices, objectOf)
    .filter(({ state = 'active' }) => state === 'active')
    .map(({ device, worker, role, duty, stock, lastResort, credentialUntil }) => ({
      device: parseId('dev', textOf(device)),
      worker: parseId('wrk', textOf(worker)),
      role: textOf(role),
      duty: textOf(duty),
      stock: countOf(stock),
      lastResort: booleanOf(lastResort),
      credentialUntil: nullable(credentialUntil, textOf),
    }));
}

import type { Colleague } from '@opstap/protocol/client/index';
import type { RosterSlot } from '@opstap/protocol/duty/roster';
import type { WorkerId } from '@opstap/protocol/id/branded-id';
import { minuteOfWeekAt } from '@opstap/protocol/routing/answer-time';
import { minutesPerDay, servesWithin } from './roster.js';

/** With fewer key packages in stock than this somebody who has a duty soon is warned of. */
export const littleStock = 5;
const colours = 8;

/** Somebody of the team, as the roster shows her. */
export interface Person {
  readonly worker: WorkerId;
  /** Hers for as long as the team stays the same; for who hasn't said a name it stands for one. */
  readonly number: number;
  /** 0 to 7. */
  readonly colour: number;
  readonly name: string | null;
  readonly self: boolean;
  readonly coordinates: boolean;
  /** What phones get of her: the device that is not paused and has most. */
  readonly device: Colleague;
}

/** What keeps new conversations from somebody who is to have them. */
export type StockWarning = 'no-credential' | 'credential-ends' | 'no-last-resort' | 'little-stock';

/** Everybody of the team, each once, by number. */
export function peopleOf(
  team: readonly Colleague[],
  names: ReadonlyMap<string, string>,
  self: { readonly device: string | null; readonly name: string },
): readonly Person[] {
  const workers = [...new Set(team.map(({ worker }) => worker))].sort();
  return workers.flatMap((worker, at) => {
    const devices = team.filter((each) => each.worker === worker);
    const [device] = [...devices].sort(
      (a, b) => Number(a.duty === 'off') - Number(b.duty === 'off') || b.stock - a.stock,
    );
    if (device === undefined) return [];
    const own = devices.some((each) => each.device === self.device);
    const named = devices.map((each) => names.get(each.device)).find((name) => name !== undefined);
    return [
      {
        worker,
        number: at + 1,
        colour: at % colours,
        name: own && self.name !== '' ? self.name : (named ?? null),
        self: own,
        coordinates: devices.some(({ role }) => role === 'coordinator'),
        device,
      },
    ];
  });
}

/** Why phones may not reach somebody who has a duty within a day (DUT-12); nothing for who has none. */
export function warningsOf(
  { worker, device }: Person,
  slots: readonly RosterSlot[],
  now: number,
): readonly StockWarning[] {
  const minute = minuteOfWeekAt(new Date(now));
  if (!servesWithin(slots, worker, minute, minutesPerDay)) return [];
  const { stock, lastResort, credentialUntil } = device;
  if (credentialUntil === null) return ['no-credential'];
  const tomorrow = new Date(now + minutesPerDay * 60_000).toISOString().slice(0, 10);
  const warnings: StockWarning[] = [];
  if (credentialUntil < tomorrow) warnings.push('credential-ends');
  if (!lastResort) warnings.push('no-last-resort');
  if (stock < littleStock) warnings.push('little-stock');
  return warnings;
}

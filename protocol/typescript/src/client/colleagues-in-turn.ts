import { TeamRoster } from '../duty/roster.js';
import type { DeviceId, ProgrammeId } from '../id/branded-id.js';
import type { SeatSession } from '../session/seat-session.js';
import { type Colleague, listTeam } from './device-requests.js';

/** What a device's session names. */
interface SignedIn {
  readonly session: SeatSession;
  readonly device: DeviceId;
  readonly programme: ProgrammeId;
}

/** The devices of other people of a device's programme that can be brought in, in the order in which somebody new would get them (DUT-7). */
export async function colleaguesInTurn(self: SignedIn): Promise<readonly DeviceId[]> {
  const { session, device, programme } = self;
  const team = await listTeam(self);
  const own = team.find((each) => each.device === device)?.worker;
  const { onDuty } = await new TeamRoster(session, programme).read();
  const turnOf = ({ worker, duty }: Colleague) => {
    const rostered = onDuty.find((each) => each.worker === worker)?.duty;
    const turns = ['primary', 'backup'];
    if (duty === 'off') return 4;
    return rostered === undefined ? 2 + turns.indexOf(duty) : turns.indexOf(rostered);
  };
  return team
    .filter(({ worker, stock, lastResort }) => worker !== own && (stock > 0 || lastResort))
    .sort((one, other) => turnOf(one) - turnOf(other))
    .map((each) => each.device);
}

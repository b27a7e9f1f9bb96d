import { minutesPerWeek } from '../directory/programme-status.js';
import { type ProgrammeId, parseId, type WorkerId } from '../id/branded-id.js';
import { arrayOf, countOf, instantOf, malformed, nullable, objectOf, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import type { JsonValue } from '../wire/canonical-json.js';

/** What a roster gives out; who is off is on none. */
export type RosterDuty = 'primary' | 'backup';

/** A worker's duty in one part of every week: minutes in Europe/Amsterdam, Monday 00:00 being 0, half open (DUT-1). */
export interface RosterSlot {
  readonly worker: WorkerId;
  readonly from: number;
  readonly to: number;
  readonly duty: RosterDuty;
}

/** Who is on duty as the server answered. */
export interface OnDuty {
  readonly worker: WorkerId;
  readonly duty: RosterDuty;
  /** Milliseconds since 1970; null for who has the duty all week. */
  readonly until: number | null;
}

export interface Roster {
  /** 0 where there never was one. */
  readonly version: number;
  readonly slots: readonly RosterSlot[];
  readonly onDuty: readonly OnDuty[];
}

/** Slots of a roster at most: every hour of the week by itself, for both duties. */
export const mostSlots = 336;

/** The roster of a worker's programme (duty.md). Requests throw problems and `network-failure`. */
export class TeamRoster {
  readonly #session: SeatSession;
  readonly #target: string;

  constructor(session: SeatSession, programme: ProgrammeId) {
    this.#session = session;
    this.#target = `/v1/programmes/${programme}/roster`;
  }

  async read(): Promise<Roster> {
    return decodeRoster((await this.#session.request({ method: 'GET', target: this.#target })).body);
  }

  /** Puts slots in the place of the version that was seen; `roster-changed` where that is not the newest one. */
  async replace(seen: number, slots: readonly RosterSlot[]): Promise<Roster> {
    const body = {
      version: seen + 1,
      slots: slots.map(({ worker, from, to, duty }) => ({ worker, from, to, duty })),
    };
    return decodeRoster((await this.#session.request({ method: 'PUT', target: this.#target, body })).body);
  }
}

/** Reads an answer, or throws `malformed-json`. */
export function decodeRoster(value: JsonValue | undefined): Roster {
  const { version, slots, onDuty } = objectOf(value);
  return {
    version: countOf(version),
    slots: arrayOf(slots, decodeSlot),
    onDuty: arrayOf(onDuty, (each) => {
      const { worker, duty, until } = objectOf(each);
      return {
        worker: parseId('wrk', textOf(worker)),
        duty: dutyOf(duty),
        until: nullable(until, instantOf),
      };
    }),
  };
}

function decodeSlot(value: JsonValue): RosterSlot {
  const { worker, from, to, duty } = objectOf(value);
  const slot = {
    worker: parseId('wrk', textOf(worker)),
    from: countOf(from),
    to: countOf(to),
    duty: dutyOf(duty),
  };
  if (slot.from >= slot.to || slot.to > minutesPerWeek) throw malformed();
  return slot;
}

function dutyOf(value: JsonValue | undefined): RosterDuty {
  const duty = textOf(value);
  if (duty !== 'primary' && duty !== 'backup') throw malformed();
  return duty;
}

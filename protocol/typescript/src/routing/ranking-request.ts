import { codeOf } from '../directory/programme.js';
import { minutesPerWeek } from '../directory/programme-status.js';
import { type Geography, municipalityCodeOf } from '../geography/geography.js';
import type { MunicipalityCode } from '../geography/municipality-code.js';
import {
  type Addiction,
  addictions,
  type Gender,
  genders,
  type Language,
  languages,
  type Residence,
  residences,
  type StillWorking,
  stillWorking,
} from '../vocabulary/vocabulary.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { Members, require } from '../wire/members.js';

/** What somebody said about herself, as far as she said anything: what is missing or empty she didn't. */
export interface RankingRequest {
  readonly municipality?: MunicipalityCode;
  readonly gender?: readonly Gender[];
  readonly addiction?: readonly Addiction[];
  readonly residence?: readonly Residence[];
  readonly languages?: readonly Language[];
  readonly stillWorking?: StillWorking;
  /** The minute of asking, 0 to 10,079, see `minuteOfWeekAt`. */
  readonly minuteOfWeek: number;
  /** The day of asking on the same clocks, see `dutchDayAt`; without it days on which a programme is closed aren't heeded. */
  readonly today?: string;
}

/**
 * Reads a request (RNK-1), or throws a `MalformedDocumentError` for an unknown member, code or municipality, a minute
 * that is none, or a day that is another one than the minute's.
 */
export function decodeRankingRequest(json: JsonValue, geography: Geography): RankingRequest {
  const members = new Members(json);
  const said = (name: string) => members.has(name);
  const codes = <T extends string>(name: string, vocabulary: readonly T[]) =>
    members.list(name, vocabulary.length, (value) => codeOf(vocabulary, value));
  members.only(known);
  const minuteOfWeek = members.integer('minuteOfWeek', 0, minutesPerWeek - 1);
  return {
    ...(said('municipality') && { municipality: municipalityIn(members, geography) }),
    ...(said('gender') && { gender: codes('gender', genders) }),
    ...(said('addiction') && { addiction: codes('addiction', addictions) }),
    ...(said('residence') && { residence: codes('residence', residences) }),
    ...(said('languages') && { languages: codes('languages', languages) }),
    ...(said('stillWorking') && { stillWorking: codeOf(stillWorking, members.node('stillWorking')) }),
    minuteOfWeek,
    ...(said('today') && { today: todayIn(members, minuteOfWeek) }),
  };
}

const known = [
  'municipality',
  'gender',
  'addiction',
  'residence',
  'languages',
  'stillWorking',
  'minuteOfWeek',
  'today',
];

function todayIn(members: Members, minuteOfWeek: number): string {
  const today = members.day('today');
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  require(weekday === Math.floor(minuteOfWeek / 1440));
  return today;
}

function municipalityIn(members: Members, geography: Geography): MunicipalityCode {
  const code = municipalityCodeOf(members.node('municipality'));
  require(geography.has(code));
  return code;
}

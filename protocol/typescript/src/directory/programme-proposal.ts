import type { ProgrammeId } from '../id/branded-id.js';
import type { JsonObject } from '../wire/canonical-json.js';
import { type Members, require } from '../wire/members.js';
import type { DocumentFormat } from './document.js';
import {
  coverageIn,
  decodeConditions,
  decodeSummary,
  idOf,
  languagesIn,
  type Programme,
  promisedMinutesIn,
} from './programme.js';
import { maxNumber } from './release.js';

/** What a programme may ask to be said otherwise of it; what is missing stays as it is. */
export type ProposedChanges = Partial<
  Pick<Programme, 'coverage' | 'conditions' | 'languages' | 'promisedMinutes' | 'summary'>
>;

/** What a programme asks the operator to say of it in the next release, signed by the programme. At least one change is there. */
export interface ProgrammeProposal extends ProposedChanges {
  readonly programme: ProgrammeId;
  /** Counts this programme's proposals, from 1. */
  readonly number: number;
  /** The number of the release that the programme looked at. */
  readonly basedOn: number;
}

/** The members that may change. */
export const proposable = ['coverage', 'conditions', 'languages', 'promisedMinutes', 'summary'] as const;

export const programmeProposalFormat: DocumentFormat<ProgrammeProposal> = {
  type: 'opstap-programme-proposal',
  context: 'opstap programme proposal v1',
  maxLength: 2 ** 14,
  decode,
  encode,
};

function decode(members: Members): ProgrammeProposal {
  require(proposable.some((name) => members.has(name)));
  const coverage = members.has('coverage') ? coverageIn(members) : undefined;
  require(coverage === undefined || coverage.length > 0);
  return {
    programme: idOf('prg', members.node('programme')),
    number: members.integer('number', 1, maxNumber),
    basedOn: members.integer('basedOn', 1, maxNumber),
    ...(coverage !== undefined && { coverage }),
    ...(members.has('conditions') && { conditions: decodeConditions(members.object('conditions')) }),
    ...(members.has('languages') && { languages: languagesIn(members) }),
    ...(members.has('promisedMinutes') && { promisedMinutes: promisedMinutesIn(members) }),
    ...(members.has('summary') && { summary: decodeSummary(members.object('summary')) }),
  };
}

function encode(proposal: ProgrammeProposal): JsonObject {
  const { programme, number, basedOn, coverage, conditions, languages, promisedMinutes, summary } = proposal;
  return {
    programme,
    number,
    basedOn,
    ...(coverage && { coverage }),
    ...(conditions && { conditions: { ...conditions } }),
    ...(languages && { languages }),
    ...(promisedMinutes !== undefined && { promisedMinutes }),
    ...(summary && { summary: { ...summary } }),
  };
}

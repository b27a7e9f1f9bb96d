import { maxPromisedMinutes, maxSummary, type Programme } from '@opstap/protocol/directory/programme';
import {
  type ProgrammeProposal,
  type ProposedChanges,
  proposable,
} from '@opstap/protocol/directory/programme-proposal';
import type { MunicipalityCode } from '@opstap/protocol/geography/municipality-code';

/** What a coordinator wants the next release to say of her programme. The promise is null while its field is empty. */
export interface ProposalDraft {
  readonly coverage: ReadonlySet<MunicipalityCode>;
  readonly conditions: Programme['conditions'];
  readonly languages: readonly string[];
  readonly promisedMinutes: number | null;
  readonly summary: Programme['summary'];
}

export type ProposalMistake = 'coverage' | 'languages' | 'promise' | 'summary';

/** Where a proposal stands: none was made, the operator hasn't published it, or the release says it. */
export type ProposalState = 'none' | 'waits' | 'published';

/** What is said now, with what waits already, to be changed further. */
export function proposalDraftOf(entry: Programme, proposal: ProgrammeProposal | null): ProposalDraft {
  const { coverage, conditions, languages, promisedMinutes, summary } = { ...entry, ...proposal };
  return { coverage: new Set(coverage), conditions, languages, promisedMinutes, summary };
}

/** What a draft without mistakes says otherwise than the release. */
export function changesOf(draft: ProposalDraft, entry: Programme): ProposedChanges {
  const wanted: Required<ProposedChanges> = {
    coverage: [...draft.coverage].sort(),
    conditions: draft.conditions,
    languages: draft.languages,
    promisedMinutes: draft.promisedMinutes ?? entry.promisedMinutes,
    summary: { nl: draft.summary.nl.trim(), en: draft.summary.en.trim() },
  };
  return Object.fromEntries(
    proposable.filter((name) => !same(wanted[name], entry[name])).map((name) => [name, wanted[name]]),
  );
}

/** Why a draft can't be proposed, in the order in which it is read. */
export function proposalMistakes(draft: ProposalDraft, national: boolean): readonly ProposalMistake[] {
  const { promisedMinutes, summary } = draft;
  const promises =
    promisedMinutes !== null &&
    Number.isInteger(promisedMinutes) &&
    promisedMinutes >= 1 &&
    promisedMinutes <= maxPromisedMinutes;
  const texts = [summary.nl.trim(), summary.en.trim()];
  const mistakes: ProposalMistake[] = [];
  if (!national && draft.coverage.size === 0) mistakes.push('coverage');
  if (draft.languages.length === 0) mistakes.push('languages');
  if (!promises) mistakes.push('promise');
  if (texts.some((text) => text === '' || text.length > maxSummary)) mistakes.push('summary');
  return mistakes;
}

export function stateOf(entry: Programme, proposal: ProgrammeProposal | null): ProposalState {
  if (proposal === null) return 'none';
  const asked = proposable.filter((name) => proposal[name] !== undefined);
  return asked.every((name) => same(proposal[name], entry[name])) ? 'published' : 'waits';
}

/** What a municipality is to a programme, as the map colours it. */
export type Covering = 'ours' | 'add' | 'drop' | 'others' | 'nobody';

export function coveringOf(
  code: MunicipalityCode,
  draft: ReadonlySet<MunicipalityCode>,
  entry: Programme,
  others: ReadonlyMap<MunicipalityCode, readonly string[]>,
): Covering {
  const now = entry.coverage.includes(code);
  if (draft.has(code)) return now ? 'ours' : 'add';
  if (now) return 'drop';
  return others.has(code) ? 'others' : 'nobody';
}

/** The names of the other active programmes that cover a municipality. The national one is there where nobody else is. */
export function coveredByOthers(
  programmes: readonly Programme[],
  own: Programme,
): ReadonlyMap<MunicipalityCode, readonly string[]> {
  const covered = new Map<MunicipalityCode, readonly string[]>();
  for (const { id, name, state, coverage } of programmes) {
    if (id === own.id || state !== 'active') continue;
    for (const code of coverage) covered.set(code, [...(covered.get(code) ?? []), name]);
  }
  return covered;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Members in one order, so that only what they say makes two values different. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

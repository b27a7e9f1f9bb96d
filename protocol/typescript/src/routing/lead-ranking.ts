import type { ProgrammeId } from '../id/branded-id.js';
import type { RankedProgramme, Ranking } from './ranking.js';

/** The programmes that a lead may go to, best first: those of a ranking without the one that she is with and those that were tried (LEA-12). */
export function receivingProgrammes(
  { programmes }: Ranking,
  own: ProgrammeId,
  tried: readonly ProgrammeId[],
): readonly RankedProgramme[] {
  return programmes.filter(({ programme }) => programme !== own && !tried.includes(programme));
}

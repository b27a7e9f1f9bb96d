import { dutchDayAt, minuteOfWeekAt } from '@opstap/protocol/routing/answer-time';
import type { RankingRequest } from '@opstap/protocol/routing/ranking-request';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { Draft } from './draft.js';

/** What the phone ranks by: only what she said, and the language in which she reads the page where that is not Dutch. */
export function rankingRequest(draft: Draft, language: PhoneLanguage, now: number): RankingRequest {
  const { where, told } = draft;
  const [still] = told.stillWorking;
  const readsForeign = language === 'nl' ? [] : [language];
  return {
    ...(where !== null && { municipality: where.municipality }),
    gender: told.gender,
    addiction: told.addiction,
    residence: told.residence,
    languages: told.languages.length > 0 ? told.languages : readsForeign,
    ...(still !== undefined && told.stillWorking.length === 1 && { stillWorking: still }),
    minuteOfWeek: minuteOfWeekAt(new Date(now)),
    today: dutchDayAt(new Date(now)),
  };
}

import type { OfferedLead } from '@opstap/protocol/client/index';
import type { Programme } from '@opstap/protocol/directory/programme';
import type { Geography } from '@opstap/protocol/geography/geography';
import type { Reason } from '@opstap/protocol/routing/ranking';
import { before } from '../../shared/model/moment-words.js';
import { momentFrom } from '../../shared/model/moments.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { LeadKey, LeadSay } from './lead-words.js';

/** What a reason means to her; null for what nobody needs to know later on. */
const reasonWords: Readonly<Record<Reason['code'], LeadKey | null>> = {
  'covers-municipality': 'lead.reason.covers',
  near: 'lead.reason.near',
  'national-fallback': 'lead.reason.national',
  'open-now': 'lead.reason.open',
  'opens-in': null,
  'hours-unknown': null,
  'waiting-list': 'lead.reason.waiting-list',
  'availability-unknown': 'lead.reason.unknown',
  'not-taking': 'lead.reason.not-taking',
  'speaks-language': 'lead.reason.speaks',
};

/** Why the ranking found a programme, in words; codes that this page doesn't know are left out. */
export function leadReasonsInWords(reasons: readonly string[], say: LeadSay): readonly string[] {
  return reasons.flatMap((reason) => {
    const key = Object.entries(reasonWords).find(([code]) => code === reason)?.[1] ?? null;
    return key === null ? [] : [say(key)];
  });
}

/** Where a programme is, as a title and inside a sentence; never what it is called (PAG-3). */
export function placeInWords(
  programme: Programme | undefined,
  geography: Geography | undefined,
  say: LeadSay,
): { readonly title: string; readonly team: string } {
  const place = programme === undefined ? undefined : geography?.get(programme.seat)?.name;
  if (programme?.national === true) return { title: say('lead.national'), team: say('lead.team.national') };
  if (place === undefined) return { title: say('lead.other'), team: say('lead.team.other') };
  return { title: say('lead.in', { place }), team: say('lead.team.in', { place }) };
}

/** What is said of a lead in its state. The title may leave the gap `{name}` open, for who proposed it. */
export interface LeadStanding {
  readonly title: string;
  readonly text: string | null;
}

/** `team` is what {@link placeInWords} calls the programme, `name` that of who proposed it, or null. */
export function standingInWords(
  { state, reason, answerBy }: Pick<OfferedLead, 'state' | 'reason' | 'answerBy'>,
  { team, name }: { readonly team: string; readonly name: string | null },
  { say, language, now }: { readonly say: LeadSay; readonly language: PhoneLanguage; readonly now: number },
): LeadStanding {
  switch (state) {
    case 'proposed':
      return { title: say(name === null ? 'lead.proposed-someone' : 'lead.proposed'), text: null };
    case 'consented': {
      const when = answerBy === null ? null : before(momentFrom(answerBy, now, language), say);
      const text = when === null ? say('lead.consented.text') : say('lead.consented.by', { when });
      return { title: say('lead.consented', { team }), text };
    }
    case 'accepted':
      return { title: say('lead.accepted'), text: say('lead.accepted.text', { team }) };
    case 'handed-over':
      return { title: say('lead.handed-over', { team }), text: say('lead.handed-over.text') };
    case 'stays-in-view':
      return { title: say('lead.stays'), text: say('lead.stays.text') };
    case 'refused':
      return { title: say('lead.refused'), text: say('lead.refused.text') };
    case 'declined':
      return reason === 'does-not-fit'
        ? { title: say('lead.does-not-fit'), text: say('lead.does-not-fit.text') }
        : { title: say('lead.full'), text: say('lead.full.text') };
    case 'no-answer':
      return { title: say('lead.no-answer'), text: say('lead.no-answer.text') };
    case 'withdrawn':
      return { title: say('lead.withdrawn'), text: say('lead.withdrawn.text') };
  }
}

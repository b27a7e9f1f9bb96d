import { isPartnerText, mostPartnerWeeks, type Partner } from '@opstap/protocol/directory/partner';
import { type Geography, municipalityOn } from '@opstap/protocol/geography/geography';
import type { MunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import { type PartnerKind, partnerKinds } from '@opstap/protocol/vocabulary/vocabulary';

/** What a coordinator types about an organisation. */
export interface PartnerDraft {
  readonly kind: PartnerKind;
  readonly name: string;
  /** Names of municipalities with commas between them; empty is the whole country. */
  readonly area: string;
  readonly contact: string;
  /** Null while its field is empty: then it isn't known. */
  readonly weeks: number | null;
  readonly checkedOn: string;
}

export type PartnerMistake = 'name' | 'twice' | 'area' | 'contact' | 'weeks' | 'checked';

/** What a draft says, or why it says nothing that can be signed. */
export type PartnerReading =
  | { readonly partner: Partner; readonly mistakes: readonly [] }
  | { readonly partner: null; readonly mistakes: readonly PartnerMistake[] };

export function newPartner(today: string): PartnerDraft {
  return { kind: 'debt-help', name: '', area: '', contact: '', weeks: null, checkedOn: today };
}

export function draftOfPartner(partner: Partner, geography: Geography): PartnerDraft {
  const { kind, name, contact, weeksWaiting, checkedOn } = partner;
  return {
    kind,
    name,
    area: areaText(partner.municipalities, geography),
    contact,
    weeks: weeksWaiting,
    checkedOn,
  };
}

/** Municipalities by name, as a draft has them. */
export function areaText(codes: readonly MunicipalityCode[], geography: Geography): string {
  return codes.map((code) => geography.get(code)?.name ?? code).join(', ');
}

/** `others` are the names that the list has beside it. */
export function readPartner(
  draft: PartnerDraft,
  geography: Geography,
  today: string,
  others: readonly string[],
): PartnerReading {
  const { kind, weeks, checkedOn } = draft;
  const name = draft.name.trim().replace(/\s+/g, ' ');
  const contact = draft.contact.trim().replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  const { codes, unknown } = codesIn(draft.area, geography, today);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(checkedOn) && checkedOn <= today;
  const areWeeks = weeks === null || (Number.isInteger(weeks) && weeks >= 0 && weeks <= mostPartnerWeeks);
  const mistakes: PartnerMistake[] = [
    ...(isPartnerText(name, 'name') ? [] : ['name' as const]),
    ...(others.includes(name) ? ['twice' as const] : []),
    ...(unknown.length === 0 ? [] : ['area' as const]),
    ...(isPartnerText(contact, 'contact') ? [] : ['contact' as const]),
    ...(areWeeks ? [] : ['weeks' as const]),
    ...(isDay ? [] : ['checked' as const]),
  ];
  if (mistakes.length > 0) return { partner: null, mistakes };
  return {
    partner: { kind, name, municipalities: codes, contact, weeksWaiting: weeks, checkedOn },
    mistakes: [],
  };
}

/** What in the names is no municipality of today. */
export function unknownIn(area: string, geography: Geography, today: string): readonly string[] {
  return codesIn(area, geography, today).unknown;
}

const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();

function codesIn(area: string, geography: Geography, today: string) {
  const known = new Map<string, MunicipalityCode>();
  for (const { code, name } of geography.values()) {
    if (municipalityOn(geography, today, code)?.code !== code) continue;
    known.set(bare(name), code);
    known.set(bare(code), code);
  }
  const names = area.split(/[,;\n]/).filter((name) => name.trim() !== '');
  const codes = names.flatMap((name) => known.get(bare(name)) ?? []);
  const unknown = names.filter((name) => !known.has(bare(name))).map((name) => name.trim());
  return { codes: [...new Set(codes)].sort(), unknown };
}

/** By what they help with, then by name. */
export function inOrder(partners: readonly Partner[]): readonly Partner[] {
  const place = ({ kind }: Partner) => partnerKinds.indexOf(kind);
  return [...partners].sort(
    (one, other) => place(one) - place(other) || one.name.localeCompare(other.name, 'nl'),
  );
}

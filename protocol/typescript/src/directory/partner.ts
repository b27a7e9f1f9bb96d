import { municipalityCodeOf } from '../geography/geography.js';
import type { MunicipalityCode } from '../geography/municipality-code.js';
import { isCode, type PartnerKind, partnerKinds } from '../vocabulary/vocabulary.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { Members, require } from '../wire/members.js';

/** An organisation that a programme refers people to, as everybody may know it (SOC-3). */
export interface Partner {
  readonly kind: PartnerKind;
  readonly name: string;
  /** Those that it works for, ascending; none is the whole country. */
  readonly municipalities: readonly MunicipalityCode[];
  /** How it is reached, in words. */
  readonly contact: string;
  /** Null where that isn't known. */
  readonly weeksWaiting: number | null;
  /** The day on which somebody last looked whether this is right. */
  readonly checkedOn: string;
}

/** UTF-16 code units. */
export const longestPartnerName = 100;
export const longestContact = 300;
/** Weeks that somebody may be said to wait. */
export const mostPartnerWeeks = 520;
/** Days after which nobody has looked for long (SOC-8). */
const freshDays = 90;
const maxMunicipalities = 500;

/** Whether an entry was last checked more than 90 days before a day, both `YYYY-MM-DD` (SOC-8). */
export function isLongUnchecked({ checkedOn }: Pick<Partner, 'checkedOn'>, today: string): boolean {
  return Date.parse(today) - Date.parse(checkedOn) > freshDays * 86_400_000;
}

/** Whether a text can be a partner's name, in one line, or its contact, in several. */
export function isPartnerText(text: string, what: 'name' | 'contact'): boolean {
  const longest = what === 'name' ? longestPartnerName : longestContact;
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const [first = 0] = units;
  const last = units.at(-1) ?? 0;
  const fits = units.every((unit) => unit >= 0x20 || (what === 'contact' && unit === 0x0a));
  return text.length <= longest && first > 0x20 && last > 0x20 && fits;
}

/** Reads a partner, or throws a `MalformedDocumentError`. */
export function decodePartner(value: JsonValue): Partner {
  const members = new Members(value);
  const kind = members.text('kind', 40);
  require(isCode(partnerKinds, kind));
  const municipalities = members.list('municipalities', maxMunicipalities, municipalityCodeOf);
  require(municipalities.every((code, index) => index === 0 || (municipalities[index - 1] ?? '') < code));
  return {
    kind,
    name: textIn(members, 'name', longestPartnerName),
    municipalities,
    contact: textIn(members, 'contact', longestContact),
    weeksWaiting: members.orNull('weeksWaiting', (name) => members.integer(name, 0, mostPartnerWeeks)),
    checkedOn: members.day('checkedOn'),
  };
}

export function encodePartner(partner: Partner): JsonObject {
  const { kind, name, municipalities, contact, weeksWaiting, checkedOn } = partner;
  return { kind, name, municipalities, contact, weeksWaiting, checkedOn };
}

function textIn(members: Members, what: 'name' | 'contact', longest: number): string {
  const text = members.text(what, longest);
  require(isPartnerText(text, what));
  return text;
}

import { type DeviceId, type LeadId, type ProgrammeId, parseId } from '../id/branded-id.js';
import { malformed, objectOf, textOf } from '../json/json-value.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';

/** A change of members that is still to be made; it is tried again until it is made or refused (E2E-8). */
export type WantedChange =
  | { readonly kind: 'add'; readonly device: DeviceId }
  | { readonly kind: 'remove'; readonly device: DeviceId }
  | { readonly kind: 'update' }
  /** Somebody beside this device, after a handover: whoever of its programme can be reached (LEA-17). */
  | { readonly kind: 'backup' }
  /** Her consent to a lead: one device of its programme comes in. */
  | { readonly kind: 'admit'; readonly lead: LeadId; readonly programme: ProgrammeId };

export function sameWanted(one: WantedChange, other: WantedChange): boolean {
  return wantedName(one) === wantedName(other);
}

export function wantedName(wanted: WantedChange): string {
  if (wanted.kind === 'update' || wanted.kind === 'backup') return wanted.kind;
  return wanted.kind === 'admit' ? `admit ${wanted.lead}` : `${wanted.kind} ${wanted.device}`;
}

export function encodeWanted(wanted: WantedChange): JsonObject {
  return { ...wanted };
}

export function decodeWanted(value: JsonValue): WantedChange {
  const { kind, device, lead, programme } = objectOf(value);
  if (kind === 'update' || kind === 'backup') return { kind };
  if (kind === 'admit')
    return { kind, lead: parseId('lea', textOf(lead)), programme: parseId('prg', textOf(programme)) };
  if (kind !== 'add' && kind !== 'remove') throw malformed();
  return { kind, device: parseId('dev', textOf(device)) };
}

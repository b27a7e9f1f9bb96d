import type { ProgrammeId } from '../id/branded-id.js';
import type { JsonObject } from '../wire/canonical-json.js';
import { type Members, require } from '../wire/members.js';
import type { DocumentFormat } from './document.js';
import { decodePartner, encodePartner, type Partner } from './partner.js';
import { idOf } from './programme.js';
import { maxNumber } from './release.js';

/** The organisations that a programme refers people to, signed by the programme (social-map.md). */
export interface SocialMap {
  readonly programme: ProgrammeId;
  /** Counts this programme's social maps, from 1. */
  readonly number: number;
  /** No two of the same name. */
  readonly partners: readonly Partner[];
}

/** Partners on a social map (SOC-2). */
export const mostPartners = 100;

export const socialMapFormat: DocumentFormat<SocialMap> = {
  type: 'opstap-social-map',
  context: 'opstap social map v1',
  maxLength: 48 * 1024,
  decode,
  encode,
};

function decode(members: Members): SocialMap {
  const partners = members.list('partners', mostPartners, decodePartner);
  require(new Set(partners.map(({ name }) => name)).size === partners.length);
  return {
    programme: idOf('prg', members.node('programme')),
    number: members.integer('number', 1, maxNumber),
    partners,
  };
}

function encode({ programme, number, partners }: SocialMap): JsonObject {
  return { programme, number, partners: partners.map(encodePartner) };
}

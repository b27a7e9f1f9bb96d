import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedRo } from './words-ro.js';

/** What a handover card says on both pages, in Romanian. */
export const handoverRo: Words<keyof typeof handoverNl> = {
  ...sharedRo,
  'handover.earlier': 'Din conversația dinainte',
  'handover.hers': 'Vizitator',
  'handover.team': 'Cineva din prima echipă',
  'handover.day': '{name}, {day}',
  'handover.told': 'Spus mai devreme',
  'handover.language': 'Limba: {what}',
  'handover.areas': 'Este vorba de: {what}',
  'handover.municipality': 'Comuna: {what}',
  'handover.gender': 'Cine: {what}',
  'handover.residence': 'Acte: {what}',
  'handover.addiction': 'Alcool sau droguri: {what}',
  'handover.plan': 'Se transmite și planul.',
};

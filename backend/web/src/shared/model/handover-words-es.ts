import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedEs } from './words-es.js';

/** What a handover card says on both pages, in Spanish. */
export const handoverEs: Words<keyof typeof handoverNl> = {
  ...sharedEs,
  'handover.earlier': 'De la conversación anterior',
  'handover.hers': 'Visitante',
  'handover.team': 'Alguien del primer equipo',
  'handover.day': '{name}, {day}',
  'handover.told': 'Contado antes',
  'handover.language': 'Idioma: {what}',
  'handover.areas': 'Trata de: {what}',
  'handover.municipality': 'Municipio: {what}',
  'handover.gender': 'Quién: {what}',
  'handover.residence': 'Papeles: {what}',
  'handover.addiction': 'Alcohol o drogas: {what}',
  'handover.plan': 'El plan también pasa.',
};

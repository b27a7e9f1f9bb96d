import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedPtBr } from './words-pt-BR.js';

/** What a handover card says on both pages, in Brazilian Portuguese. */
export const handoverPtBr: Words<keyof typeof handoverNl> = {
  ...sharedPtBr,
  'handover.earlier': 'Da conversa anterior',
  'handover.hers': 'Visitante',
  'handover.team': 'Alguém da primeira equipe',
  'handover.day': '{name}, {day}',
  'handover.told': 'Contado antes',
  'handover.language': 'Idioma: {what}',
  'handover.areas': 'É sobre: {what}',
  'handover.municipality': 'Município: {what}',
  'handover.gender': 'Quem: {what}',
  'handover.residence': 'Documentos: {what}',
  'handover.addiction': 'Álcool ou drogas: {what}',
  'handover.plan': 'O plano vai junto.',
};

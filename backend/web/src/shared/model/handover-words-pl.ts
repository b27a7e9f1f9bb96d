import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedPl } from './words-pl.js';

/** What a handover card says on both pages, in Polish. */
export const handoverPl: Words<keyof typeof handoverNl> = {
  ...sharedPl,
  'handover.earlier': 'Z wcześniejszej rozmowy',
  'handover.hers': 'Osoba pytająca',
  'handover.team': 'Ktoś z pierwszego zespołu',
  'handover.day': '{name}, {day}',
  'handover.told': 'Było już mówione',
  'handover.language': 'Język: {what}',
  'handover.areas': 'Dotyczy: {what}',
  'handover.municipality': 'Gmina: {what}',
  'handover.gender': 'Płeć: {what}',
  'handover.residence': 'Dokumenty: {what}',
  'handover.addiction': 'Alkohol lub narkotyki: {what}',
  'handover.plan': 'Plan też przechodzi.',
};

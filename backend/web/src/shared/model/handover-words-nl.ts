import { sharedNl } from './words-nl.js';

/** What a handover card says on both pages, in Dutch. */
export const handoverNl = {
  ...sharedNl,
  'handover.earlier': 'Uit het eerdere gesprek',
  'handover.hers': 'Bezoeker',
  'handover.team': 'Iemand van het eerste team',
  'handover.day': '{name}, {day}',
  'handover.told': 'Eerder verteld',
  'handover.language': 'Taal: {what}',
  'handover.areas': 'Gaat over: {what}',
  'handover.municipality': 'Gemeente: {what}',
  'handover.gender': 'Wie: {what}',
  'handover.residence': 'Papieren: {what}',
  'handover.addiction': 'Alcohol of drugs: {what}',
  'handover.plan': 'Het plan gaat mee.',
} as const;

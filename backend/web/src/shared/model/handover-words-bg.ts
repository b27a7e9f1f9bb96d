import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedBg } from './words-bg.js';

/** What a handover card says on both pages, in Bulgarian. */
export const handoverBg: Words<keyof typeof handoverNl> = {
  ...sharedBg,
  'handover.earlier': 'От предишния разговор',
  'handover.hers': 'Посетител',
  'handover.team': 'Човек от първия екип',
  'handover.day': '{name}, {day}',
  'handover.told': 'Разказано преди',
  'handover.language': 'Език: {what}',
  'handover.areas': 'Става дума за: {what}',
  'handover.municipality': 'Община: {what}',
  'handover.gender': 'Кой: {what}',
  'handover.residence': 'Документи: {what}',
  'handover.addiction': 'Алкохол или наркотици: {what}',
  'handover.plan': 'Планът също се предава.',
};

import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedEn } from './words-en.js';

/** What a handover card says on both pages, in English. */
export const handoverEn: Words<keyof typeof handoverNl> = {
  ...sharedEn,
  'handover.earlier': 'From the conversation before',
  'handover.hers': 'Visitor',
  'handover.team': 'Someone on the first team',
  'handover.day': '{name}, {day}',
  'handover.told': 'Told before',
  'handover.language': 'Language: {what}',
  'handover.areas': 'It is about: {what}',
  'handover.municipality': 'Municipality: {what}',
  'handover.gender': 'Who: {what}',
  'handover.residence': 'Papers: {what}',
  'handover.addiction': 'Alcohol or drugs: {what}',
  'handover.plan': 'The plan comes along.',
};

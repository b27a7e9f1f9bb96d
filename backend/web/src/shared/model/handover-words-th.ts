import type { handoverNl } from './handover-words-nl.js';
import type { Words } from './words.js';
import { sharedTh } from './words-th.js';

/** What a handover card says on both pages, in Thai. */
export const handoverTh: Words<keyof typeof handoverNl> = {
  ...sharedTh,
  'handover.earlier': 'จากบทสนทนาก่อนหน้า',
  'handover.hers': 'ผู้มาติดต่อ',
  'handover.team': 'คนในทีมแรก',
  'handover.day': '{name} {day}',
  'handover.told': 'เล่าไว้ก่อนหน้า',
  'handover.language': 'ภาษา: {what}',
  'handover.areas': 'เกี่ยวกับ: {what}',
  'handover.municipality': 'เทศบาล: {what}',
  'handover.gender': 'เพศ: {what}',
  'handover.residence': 'เอกสาร: {what}',
  'handover.addiction': 'แอลกอฮอล์หรือยา: {what}',
  'handover.plan': 'แผนไปด้วย',
};

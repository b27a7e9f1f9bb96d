import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Thai. */
export const referralTh: Words<ReferralKey> = {
  'partner.kind.debt-help': 'ช่วยเรื่องหนี้สิน',
  'partner.kind.housing': 'ที่อยู่อาศัย',
  'partner.kind.addiction-care': 'ดูแลเรื่องการติดสารหรือสุรา',
  'partner.kind.legal': 'กฎหมาย',
  'partner.kind.work': 'งานและการฝึกอบรม',
  'partner.kind.health': 'สุขภาพ',
  'partner.kind.mental-health': 'สุขภาพใจ',
  'partner.kind.safety': 'ความปลอดภัยและที่พักพิง',
  'partner.kind.language-and-papers': 'ภาษาและเอกสาร',
  'partner.kind.meeting-people': 'พบปะผู้คน',
  'partner.kind.other': 'เรื่องอื่น',
  'partner.country': 'สำหรับทั่วประเทศเนเธอร์แลนด์',
  'partner.area': 'สำหรับ {places}',
  'partner.area.more': 'สำหรับ {places} และอีก {count} เทศบาล',
  'partner.weeks.none': 'ไม่ต้องรอ',
  'partner.weeks': 'รอประมาณ {count} สัปดาห์',
  'partner.weeks.unknown': 'ไม่ทราบว่าต้องรอนานเท่าไร',
  'partner.checked': 'ตรวจสอบเมื่อ {day}',
  'partner.old': 'ตรวจสอบเมื่อ {day} เกิน 90 วันแล้ว ข้อมูลอาจไม่ถูกต้อง',
  'partner.keep': 'เก็บไว้กับแผนของฉัน',
  'partner.kept': 'อยู่กับแผนของคุณแล้ว นำออก',
};

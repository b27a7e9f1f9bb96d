import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Thai. */
export const ordinaryTh: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'บันทึกของฉัน',
  'ordinary.weather': 'บันทึกอากาศของฉัน',
  'ordinary.recipes': 'สูตรอาหารของฉัน',
  'ordinary.calendar': 'นัดหมายของฉัน',
  'ordinary.empty': 'ยังไม่มีอะไรที่นี่',
  'ordinary.new': 'เพิ่ม',
  'ordinary.day': 'วันที่',
  'ordinary.title': 'ชื่อเรื่อง',
  'ordinary.text': 'ข้อความ',
  'ordinary.save': 'บันทึก',
  'ordinary.delete': 'ลบ',
  'ordinary.failed': 'ยังไม่ได้บันทึก ลองอีกครั้ง',
};

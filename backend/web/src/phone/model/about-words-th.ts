import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Thai. */
export const aboutTh: Words<keyof typeof aboutNl> = {
  'about.made': 'ถ้อยคำในหน้านี้แปลจากภาษาดัตช์ด้วยโปรแกรมคอมพิวเตอร์',
  'about.unreviewed': 'ยังไม่มีคนที่ทำงานบริการทางเพศหรือรู้จักงานนี้ดีมาอ่านตรวจ บางคำจึงอาจฟังดูแปลก',
  'about.reviewed': 'อ่านตรวจโดย: {names}',
  'about.doubt': 'มีประโยคที่ไม่เข้าใจไหม ด้านบนเลือกภาษาอื่นได้ ในภาษานั้นควรเขียนเหมือนกัน คุณถามทีมก็ได้',
  'about.messages': 'ข้อความจะไม่ถูกแปล ทีมอ่านสิ่งที่คุณเขียนตามนั้น สิ่งที่ทีมเล่าเกี่ยวกับตัวเองมีเฉพาะภาษาดัตช์และภาษาอังกฤษ',
};

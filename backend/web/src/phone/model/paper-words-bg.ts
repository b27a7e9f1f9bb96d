import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** What the page of the paper says, and the paper itself, in Bulgarian. */
export const paperBg: Words<PaperKey> = {
  'paper.lead': 'Телефонът ти прави лист с твоя план, като pdf. Това става тук: нищо не се изпраща.',
  'paper.neutral': 'На него няма име на организация и няма лого.',
  'paper.what': 'Какво да има на него?',
  'paper.part.areas': 'Как вървят нещата?',
  'paper.part.goals': 'Цели',
  'paper.part.phases': 'Къде съм сега',
  'paper.part.appointments': 'Срещи',
  'paper.part.agreement': 'Какво се уговаряме заедно',
  'paper.top': 'Най-горе',
  'paper.top.hint': 'Може да остане празно. Например име; добавя се само каквото напишеш тук.',
  'paper.names': 'В плана ти има име на организация: {names}. На листа то става тире.',
  'paper.names.leave': 'Остави това име на листа',
  'paper.conflicts': 'За нещо в плана ти още има две версии. На листа отива най-новата.',
  'paper.make': 'Направи листа',
  'paper.nothing': 'Първо избери какво да има на него.',
  'paper.making': 'Листът ти се прави…',
  'paper.ready': {
    one: 'Листът ти е готов: една страница.',
    other: 'Листът ти е готов: {count} страници.',
  },
  'paper.keep': 'Запази на този телефон',
  'paper.share': 'Сподели или отпечатай',
  'paper.kept': 'Листът сега е при изтеглените файлове.',
  'paper.care':
    'В чиито ръце попадне телефонът ти или листът, може да го прочете. Изтриването на всичко на тази страница не маха листа.',
  'paper.pictured': 'Тези думи са като картинка, както ги показва телефонът ти: {words}',
  'paper.missing': 'Това не можа да отиде на листа. На негово място има празно квадратче: {words}',
  'paper.failed': 'Листът не стана. Опитай още веднъж.',
  'paper.file': 'list',
  'paper.heading': 'Моят план',
  'paper.heading.appointments': 'Моите срещи',
  'paper.agreed': 'И двете страни сме съгласни с тези думи.',
  'paper.not-agreed': 'Още не сме съгласни и двете страни с тези думи.',
  'paper.boxes': 'Празното квадратче е на мястото на знак, който не можа да отиде на този лист.',
};

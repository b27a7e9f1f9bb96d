import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Bulgarian. */
export const aboutBg: Words<keyof typeof aboutNl> = {
  'about.made': 'Думите на тази страница са преведени от нидерландски от компютърна програма.',
  'about.unreviewed':
    'Още не ги е прочел никой, който прави секс работа или я познава добре. Затова нещо може да звучи странно.',
  'about.reviewed': 'Прочетени и проверени от: {names}.',
  'about.doubt':
    'Не е ясно някое изречение? Горе можеш да избереш друг език. Там трябва да пише същото. Можеш да попиташ и екипа.',
  'about.messages':
    'Съобщенията не се превеждат: екипът чете това, което пишеш ти. Каквото екипите казват за себе си, е само на нидерландски и английски.',
};

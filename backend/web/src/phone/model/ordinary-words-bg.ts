import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Bulgarian. */
export const ordinaryBg: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'Моите бележки',
  'ordinary.weather': 'Моят дневник за времето',
  'ordinary.recipes': 'Моите рецепти',
  'ordinary.calendar': 'Моите срещи',
  'ordinary.empty': 'Тук още няма нищо.',
  'ordinary.new': 'Добави',
  'ordinary.day': 'Ден',
  'ordinary.title': 'Заглавие',
  'ordinary.text': 'Текст',
  'ordinary.save': 'Запази',
  'ordinary.delete': 'Изтрий',
  'ordinary.failed': 'Не се запази. Опитай пак.',
};

import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Polish. */
export const ordinaryPl: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'Moje notatki',
  'ordinary.weather': 'Mój dziennik pogody',
  'ordinary.recipes': 'Moje przepisy',
  'ordinary.calendar': 'Moje terminy',
  'ordinary.empty': 'Nic tu jeszcze nie ma.',
  'ordinary.new': 'Dodaj',
  'ordinary.day': 'Dzień',
  'ordinary.title': 'Tytuł',
  'ordinary.text': 'Tekst',
  'ordinary.save': 'Zapisz',
  'ordinary.delete': 'Usuń',
  'ordinary.failed': 'Nie udało się zapisać. Spróbuj jeszcze raz.',
};

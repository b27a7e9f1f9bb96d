import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in Romanian. */
export const ordinaryRo: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'Notițele mele',
  'ordinary.weather': 'Jurnalul meu despre vreme',
  'ordinary.recipes': 'Rețetele mele',
  'ordinary.calendar': 'Programările mele',
  'ordinary.empty': 'Aici nu este încă nimic.',
  'ordinary.new': 'Adaugă',
  'ordinary.day': 'Ziua',
  'ordinary.title': 'Titlu',
  'ordinary.text': 'Text',
  'ordinary.save': 'Salvează',
  'ordinary.delete': 'Șterge',
  'ordinary.failed': 'Nu s-a salvat. Încearcă din nou.',
};

import type { OrdinaryKey } from './ordinary-words.js';

/** What the ordinary list says that the second code opens, in English. */
export const ordinaryEn: Readonly<Record<OrdinaryKey, string>> = {
  'ordinary.note': 'My notes',
  'ordinary.weather': 'My weather diary',
  'ordinary.recipes': 'My recipes',
  'ordinary.calendar': 'My appointments',
  'ordinary.empty': 'There is nothing here yet.',
  'ordinary.new': 'New',
  'ordinary.day': 'Day',
  'ordinary.title': 'Title',
  'ordinary.text': 'Text',
  'ordinary.save': 'Save',
  'ordinary.delete': 'Delete',
  'ordinary.failed': 'That wasn’t saved. Try once more.',
};

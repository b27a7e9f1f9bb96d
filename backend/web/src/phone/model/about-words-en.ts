import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in English. */
export const aboutEn: Words<keyof typeof aboutNl> = {
  'about.made': 'The words on this page were translated from Dutch by a computer program.',
  'about.unreviewed':
    'Nobody who does sex work, or knows it well, has read them through yet. So something may sound odd.',
  'about.reviewed': 'Read through by: {names}.',
  'about.doubt':
    'Is a sentence not clear? At the top you can choose another language. It should say the same there. You can also ask the team.',
  'about.messages':
    'Messages are not translated: the team reads what you write. What teams say about themselves is in Dutch and English only.',
};

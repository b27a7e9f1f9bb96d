import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Spanish. */
export const aboutEs: Words<keyof typeof aboutNl> = {
  'about.made': 'Un programa informático tradujo las palabras de esta página del neerlandés.',
  'about.unreviewed':
    'Todavía no las ha revisado nadie que haga trabajo sexual o lo conozca bien. Puede que algo suene raro.',
  'about.reviewed': 'Revisadas por: {names}.',
  'about.doubt':
    '¿Hay una frase que no se entiende? Arriba puedes elegir otro idioma. Allí debería decir lo mismo. También puedes preguntar al equipo.',
  'about.messages':
    'Los mensajes no se traducen: el equipo lee lo que tú escribes. Lo que los equipos cuentan de sí mismos está solo en neerlandés y en inglés.',
};

import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Polish. */
export const aboutPl: Words<keyof typeof aboutNl> = {
  'about.made': 'Słowa na tej stronie przetłumaczył z niderlandzkiego program komputerowy.',
  'about.unreviewed':
    'Nie przeczytał ich jeszcze nikt, kto zajmuje się pracą seksualną albo dobrze ją zna. Coś może więc brzmieć dziwnie.',
  'about.reviewed': 'Przeczytane przez: {names}.',
  'about.doubt':
    'Jakieś zdanie jest niejasne? Na górze możesz wybrać inny język. Tam powinno być napisane to samo. Możesz też zapytać zespół.',
  'about.messages':
    'Wiadomości nie są tłumaczone: zespół czyta to, co piszesz. To, co zespoły mówią o sobie, jest tylko po niderlandzku i angielsku.',
};

import type { Words } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

/** What is said of the words themselves, in Romanian. */
export const aboutRo: Words<keyof typeof aboutNl> = {
  'about.made': 'Cuvintele de pe această pagină au fost traduse din neerlandeză de un program de calculator.',
  'about.unreviewed':
    'Nimeni care face muncă sexuală sau o cunoaște bine nu le-a citit încă. Poate că ceva sună ciudat.',
  'about.reviewed': 'Citite și verificate de: {names}.',
  'about.doubt':
    'Nu e clară o propoziție? Sus poți alege altă limbă. Acolo ar trebui să scrie același lucru. Poți întreba și echipa.',
  'about.messages':
    'Mesajele nu se traduc: echipa citește ce scrii tu. Ce spun echipele despre ele este numai în neerlandeză și engleză.',
};

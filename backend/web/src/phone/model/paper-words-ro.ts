import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** What the page of the paper says, and the paper itself, in Romanian. */
export const paperRo: Words<PaperKey> = {
  'paper.lead': 'Telefonul tău face o hârtie cu planul tău, ca pdf. Se face aici: nu se trimite nimic.',
  'paper.neutral': 'Pe ea nu apare numele vreunei organizații și niciun logo.',
  'paper.what': 'Ce să fie pe ea?',
  'paper.part.areas': 'Cum merge?',
  'paper.part.goals': 'Obiective',
  'paper.part.phases': 'Unde sunt acum',
  'paper.part.appointments': 'Programări',
  'paper.part.agreement': 'Ce stabilim împreună',
  'paper.top': 'Sus de tot',
  'paper.top.hint': 'Poate rămâne gol. De exemplu un nume; se adaugă numai ce scrii aici.',
  'paper.names': 'În planul tău apare numele unei organizații: {names}. Pe hârtie devine o liniuță.',
  'paper.names.leave': 'Lasă acel nume pe hârtie',
  'paper.conflicts': 'Ceva din planul tău are încă două versiuni. Pe hârtie ajunge cea mai nouă.',
  'paper.make': 'Fă hârtia',
  'paper.nothing': 'Alege mai întâi ce să fie pe ea.',
  'paper.making': 'Hârtia ta se face…',
  'paper.ready': {
    one: 'Hârtia ta e gata: o pagină.',
    few: 'Hârtia ta e gata: {count} pagini.',
    other: 'Hârtia ta e gata: {count} de pagini.',
  },
  'paper.keep': 'Păstrează pe acest telefon',
  'paper.share': 'Trimite sau tipărește',
  'paper.kept': 'Hârtia este acum la descărcări.',
  'paper.care':
    'Cine pune mâna pe telefonul tău sau pe hârtie o poate citi. Ștergerea totală de pe această pagină nu ia și hârtia.',
  'paper.pictured': 'Aceste cuvinte apar ca imagine, așa cum le arată telefonul tău: {words}',
  'paper.missing': 'Asta nu a putut ajunge pe hârtie. În loc apare o căsuță goală: {words}',
  'paper.failed': 'Nu s-a putut face hârtia. Încearcă încă o dată.',
  'paper.file': 'hartie',
  'paper.heading': 'Planul meu',
  'paper.heading.appointments': 'Programările mele',
  'paper.agreed': 'Ambele părți suntem de acord cu aceste cuvinte.',
  'paper.not-agreed': 'Nu suntem încă de acord ambele părți cu aceste cuvinte.',
  'paper.boxes': 'O căsuță goală ține locul unui semn care nu a putut ajunge pe această hârtie.',
};

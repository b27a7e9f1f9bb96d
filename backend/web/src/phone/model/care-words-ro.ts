import type { Words } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

/** What the phone's page says of check-ins, in Romanian. */
export const careRo: Words<keyof typeof careNl> = {
  'care.lead':
    'Telefonul tău te poate întreba din când în când cum îți merge. Tu alegi când și ce află persoana ta de contact.',
  'care.how':
    'Vezi întrebarea aici, cât pagina e deschisă sau data viitoare când o deschizi. Nu apare nicio notificare pe ecran. Numai telefonul tău știe când întreabă.',
  'care.set': 'Cum e acum',
  'care.when': '{rhythm}, ora {time}.',
  'care.next': 'Următoarea întrebare vine pe {day}.',
  'care.paused': 'În pauză. Telefonul tău nu întreabă nimic până când vrei să continui.',
  'care.pause': 'Pune pauză',
  'care.resume': 'Continuă',
  'care.stop': 'Oprește',
  'care.stopped': 'Oprit. Telefonul tău nu mai întreabă nimic.',
  'care.change': 'Schimbă',
  'care.rhythm': 'Cât de des?',
  'care.rhythm.week': 'În fiecare săptămână',
  'care.rhythm.two-weeks': 'La două săptămâni',
  'care.rhythm.month': 'În fiecare lună',
  'care.rhythm.quarter': 'La trei luni',
  'care.rhythm.year': 'În fiecare an',
  'care.from': 'Din ce zi?',
  'care.at': 'La ce oră?',
  'care.tells': 'Ce află persoana ta de contact?',
  'care.tells.nothing': 'Nimic: rămâne pe telefonul meu',
  'care.tells.talk': 'Numai dacă vreau să vorbesc',
  'care.tells.all': 'Fiecare răspuns',
  'care.tells.hint': '„Nu acum” nu se transmite niciodată.',
  'care.silence': 'Și dacă nu răspunzi?',
  'care.silence.never': 'Atunci nu află nimeni nimic',
  'care.silence.after': {
    one: 'După {count} întrebare află persoana mea de contact',
    few: 'După {count} întrebări află persoana mea de contact',
    other: 'După {count} de întrebări află persoana mea de contact',
  },
  'care.silence.hint':
    'Telefonul tău poate transmite asta abia când pagina e din nou deschisă. Dacă pagina rămâne închisă, nu află nimeni nimic.',
  'care.lives':
    'După doi ani de liniște aici, serverul șterge această conversație. Ce este pe telefonul tău rămâne.',
  'care.save': 'Așa vreau',
  'care.invalid': 'Alege o zi și o oră.',
  'care.question': 'Cum îți merge?',
  'care.answer.good': 'Îmi merge bine',
  'care.answer.fair': 'Așa și așa',
  'care.answer.talk': 'Vreau să vorbim puțin',
  'care.answer.not-now': 'Nu acum',
  'care.goes.nothing': 'Ce alegi rămâne pe telefonul tău.',
  'care.goes.talk': 'Numai „Vreau să vorbim puțin” ajunge la persoana ta de contact.',
  'care.goes.all': 'Ce alegi ajunge la persoana ta de contact. „Nu acum” rămâne aici.',
  'care.said.kept': 'Mulțumim. Asta rămâne pe telefonul tău.',
  'care.said.told': 'Mulțumim. Ajunge la persoana ta de contact.',
  'care.said.talk': 'Ajunge la persoana ta de contact. Poți scrie ceva în plus, dar nu e nevoie.',
  'care.said.write': 'Nu s-a trimis nimic. Scrie mai jos ce vrei să spui și persoana ta de contact citește.',
  'care.said.later': 'Bine. Pe altă dată.',
  'care.back': 'Conversația ta este încă aici',
  'care.back.text':
    'Nu trebuie să explici nimic. Cu o atingere, persoana ta de contact citește că vrei să vorbiți, sau altcineva din echipă dacă ea nu mai este.',
};

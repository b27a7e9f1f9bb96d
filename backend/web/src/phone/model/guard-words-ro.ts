import type { Words } from '../../shared/model/words.js';
import type { guardNl } from './guard-words-nl.js';

/** What the phone's page says of whether it is the published one, in Romanian. */
export const guardRo: Words<keyof typeof guardNl> = {
  'guard.title': 'Este aceasta pagina adevărată?',
  'guard.how':
    'Pentru fiecare versiune a acestei pagini publicăm o listă semnată. Telefonul tău păstrează pagina și arată doar ce este pe acea listă.',
  'guard.published': 'Ce vezi acum este versiunea {number}, semnată pe {day}.',
  'guard.sample': 'Aceasta este o versiune de probă: pe acestea le semnează chiar serverul.',
  'guard.unknown': 'Acum nu știm dacă serverul dă în continuare același lucru.',
  'guard.not-yet': 'Prima dată telefonul tău nu are încă cu ce să compare. De data viitoare are.',
  'guard.limits':
    'Asta nu oprește totul. Cine preia serverul poate pune alt program în browserul tău la o vizită viitoare, și atunci nu îți dai seama întotdeauna.',
  'guard.swapped': 'La această adresă este acum altceva decât ce s-a publicat',
  'guard.swapped.do':
    'Ce vezi acum este încă pagina publicată. Mai bine nu o deschide din nou, nu scrie deocamdată nimic de care ai îndoieli și întreabă pe altă cale pe cineva din echipa ta dacă e în regulă.',
};

import type { Words } from '../../shared/model/words.js';
import type { guardNl } from './guard-words-nl.js';

/** What the phone's page says of whether it is the published one, in Polish. */
export const guardPl: Words<keyof typeof guardNl> = {
  'guard.title': 'Czy to prawdziwa strona?',
  'guard.how':
    'Dla każdej wersji tej strony publikujemy podpisaną listę. Twój telefon przechowuje stronę i pokazuje tylko to, co jest na tej liście.',
  'guard.published': 'To, co teraz widzisz, to wersja {number}, podpisana {day}.',
  'guard.sample': 'To wersja próbna: takie podpisuje sam serwer.',
  'guard.unknown': 'Nie wiemy teraz, czy serwer nadal daje to samo.',
  'guard.not-yet': 'Za pierwszym razem telefon nie ma jeszcze z czym porównać. Od następnego razu już ma.',
  'guard.limits':
    'To nie zatrzyma wszystkiego. Kto przejmie serwer, może przy kolejnej wizycie umieścić w twojej przeglądarce inny program, a tego nie zawsze da się zauważyć.',
  'guard.swapped': 'Pod tym adresem jest teraz coś innego, niż opublikowano',
  'guard.swapped.do':
    'To, co teraz widzisz, to jeszcze opublikowana strona. Lepiej nie otwieraj jej ponownie, na razie nie pisz niczego, co budzi twoje wątpliwości, i zapytaj inną drogą kogoś ze swojego zespołu, czy to w porządku.',
};

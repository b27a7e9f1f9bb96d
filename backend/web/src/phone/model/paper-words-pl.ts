import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** What the page of the paper says, and the paper itself, in Polish. */
export const paperPl: Words<PaperKey> = {
  'paper.lead': 'Twój telefon zrobi z planu dokument pdf. Dzieje się to tutaj: nic nie jest wysyłane.',
  'paper.neutral': 'Nie ma na nim nazwy żadnej organizacji ani logo.',
  'paper.what': 'Co ma na nim być?',
  'paper.part.areas': 'Jak leci?',
  'paper.part.goals': 'Cele',
  'paper.part.phases': 'Gdzie jestem teraz',
  'paper.part.appointments': 'Spotkania',
  'paper.part.agreement': 'Co wspólnie ustalamy',
  'paper.top': 'Na górze',
  'paper.top.hint': 'Może zostać puste. Na przykład imię; pojawi się tylko to, co tu wpiszesz.',
  'paper.names': 'W twoim planie jest nazwa organizacji: {names}. Na papierze będzie to kreska.',
  'paper.names.leave': 'Zostaw tę nazwę na papierze',
  'paper.conflicts': 'Coś w twoim planie ma jeszcze dwie wersje. Na papier trafi najnowsza.',
  'paper.make': 'Zrób dokument',
  'paper.nothing': 'Wybierz najpierw, co ma na nim być.',
  'paper.making': 'Dokument się tworzy…',
  'paper.ready': {
    one: 'Dokument jest gotowy: jedna strona.',
    few: 'Dokument jest gotowy: {count} strony.',
    many: 'Dokument jest gotowy: {count} stron.',
    other: 'Dokument jest gotowy: {count} strony.',
  },
  'paper.keep': 'Zapisz w tym telefonie',
  'paper.share': 'Udostępnij lub wydrukuj',
  'paper.kept': 'Dokument jest teraz w pobranych plikach.',
  'paper.care':
    'Kto dostanie do rąk twój telefon albo ten papier, może go przeczytać. Usunięcie wszystkiego na tej stronie nie usuwa dokumentu.',
  'paper.pictured': 'Te słowa są na nim jako obrazki, tak jak pokazuje je twój telefon: {words}',
  'paper.missing': 'To nie mogło trafić na papier. Jest za to puste pole: {words}',
  'paper.failed': 'Nie udało się zrobić dokumentu. Spróbuj jeszcze raz.',
  'paper.file': 'dokument',
  'paper.heading': 'Mój plan',
  'paper.heading.appointments': 'Moje spotkania',
  'paper.agreed': 'Obie strony zgadzają się na te słowa.',
  'paper.not-agreed': 'Obie strony jeszcze nie zgadzają się na te słowa.',
  'paper.boxes': 'Puste pole oznacza znak, który nie mógł trafić na ten papier.',
};

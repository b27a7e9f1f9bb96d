import type { Words } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

/** What is said of words on their way, of the twelve words and of erasing, in Polish. */
export const laterPl: Words<keyof typeof laterNl> = {
  'way.sending': 'Twój telefon właśnie ją wysyła. Przy wolnym połączeniu może to chwilę potrwać.',
  'phrase.lead':
    'Z dwunastoma słowami odzyskasz tę rozmowę na innym telefonie albo tutaj, jeśli wszystko zostało usunięte. Zobaczysz je tylko raz. Zapisz je na papierze albo naucz się ich na pamięć.',
  'phrase.lost': 'Zgubione nie wróci.',
  'phrase.lost.do': 'Nikt nie może odnaleźć tych słów za ciebie, my też nie.',
  'phrase.found': 'Kto ma te słowa, może to samo co ty.',
  'phrase.found.do': 'Przeczytać wszystko i pisać zamiast ciebie. Nie pokazuj ich nikomu.',
  'phrase.replaces': 'Masz już dwanaście słów. Gdy zrobisz nowe, stare przestaną działać.',
  'phrase.lists': 'Lista słów jest tylko po angielsku i po niderlandzku. Którą wolisz?',
  'phrase.show': 'Pokaż moje dwanaście słów',
  'phrase.words': 'Twoje dwanaście słów',
  'phrase.write-down': 'Zapisz je w tej kolejności. Potem już ich nie zobaczysz.',
  'phrase.written': 'Mam je zapisane',
  'phrase.check': 'Czy dobrze zapisane?',
  'phrase.check.lead': 'Wpisz dwa ze swoich słów. Dopiero wtedy zaczną działać.',
  'phrase.word': 'Słowo {place}',
  'phrase.wrong': 'To nie te. Spójrz na swoją kartkę albo obejrzyj słowa jeszcze raz.',
  'phrase.confirm': 'Gotowe',
  'phrase.again': 'Pokaż słowa jeszcze raz',
  'phrase.working': 'Chwileczkę…',
  'phrase.done': 'Możesz wrócić',
  'phrase.done.text':
    'Od teraz twoja rozmowa trafia też zaszyfrowana na serwer. Otworzy ją tylko twoje dwanaście słów.',
  'phrase.done.soon':
    'Twoje słowa działają. Gdy tylko będzie połączenie, twoja rozmowa trafi zaszyfrowana na serwer. Do tego czasu zostaw tę stronę otwartą.',
  'phrase.to-talk': 'Do rozmowy',
  'return.title': 'Dobrze, że znów jesteś',
  'return.lead': 'Wpisz lub wklej swoje dwanaście słów. Wielkie litery i kreski nie mają znaczenia.',
  'return.label': 'Twoje dwanaście słów',
  'return.use': 'Odzyskaj moją rozmowę',
  'return.unknown': '„{word}” nie ma na naszej liście. Sprawdź jeszcze raz to słowo.',
  'return.count': {
    one: 'Tu jest {count}. Słów jest dwanaście.',
    few: 'Tu są {count}. Słów jest dwanaście.',
    many: 'Tu jest {count}. Słów jest dwanaście.',
    other: 'Tu jest {count}. Słów jest dwanaście.',
  },
  'return.mistaken': 'Jedno ze słów się nie zgadza albo kolejność jest inna. Sprawdź je jeszcze raz.',
  'return.nothing': 'Dla tych słów nie znajdujemy żadnej rozmowy.',
  'return.nothing.do': 'Może to stare słowa albo rozmowa jest za stara. Zawsze możesz zacząć nową.',
  'return.working': 'Szukamy twojej rozmowy. To może chwilę potrwać; zostaw tę stronę otwartą.',
  'return.cuts-off': 'Jeśli rozmowa jest jeszcze na innym telefonie, tam się skończy.',
  'erase.what': 'Co chcesz usunąć?',
  'erase.one': 'Tylko tę rozmowę',
  'erase.all': 'Wszystko',
  'erase.at-once': 'To zniknie od razu',
  'erase.at-once.one':
    'Cała rozmowa: z tego telefonu i z serwera. Nie odzyskasz jej także z dwunastoma słowami.',
  'erase.at-once.all':
    'Wszystkie twoje rozmowy: z tego telefonu i z serwera. I to, co ten telefon jeszcze przechowuje: zaczęte wiadomości i to, z czym działa twoje dwanaście słów.',
  'erase.others': 'To dzieje się u zespołu',
  'erase.others.text':
    'Ich program sam usunie rozmowę, gdy tylko zostanie otwarty. Komputer wyłączony przez 35 dni już się o tym nie dowie.',
  'erase.not-promised': 'Tego nie możemy obiecać',
  'erase.not-promised.copy': 'Kto czytał rozmowę, mógł coś przepisać albo sfotografować.',
  'erase.not-promised.backup':
    'Kopie zapasowe serwera znikają po 7 dniach. Nie ma w nich nic, co da się przeczytać.',
  'erase.go-on': 'Dalej',
  'erase.sure': 'Tego nie da się cofnąć',
  'erase.sure.one': 'Potem tej rozmowy nie będzie. Nową możesz zacząć zawsze.',
  'erase.sure.all': 'Potem nie będzie już nic. Nową rozmowę możesz zacząć zawsze.',
  'erase.now.one': 'Usuń tę rozmowę teraz',
  'erase.now.all': 'Usuń teraz wszystko',
  'erase.keep': 'Wstecz, nic nie usuwaj',
  'erase.done': 'Usunięto',
  'erase.done.text': 'Nie ma tego już w tym telefonie ani na serwerze.',
  'erase.done.here': 'Nie ma tego już w tym telefonie.',
  'erase.done.team': 'Zespół dowie się, że rozmowa została usunięta, i niczego więcej.',
  'erase.done.waits':
    'Tutaj już tego nie ma. Polecenie do serwera wyjdzie, gdy tylko będzie połączenie. Do tego czasu zostaw tę stronę otwartą albo otwórz ją później jeszcze raz.',
  'erase.moved': 'Jedna rozmowa toczy się dalej na innym telefonie. Tam nie została usunięta.',
  'erase.leave': 'Gotowe',
};

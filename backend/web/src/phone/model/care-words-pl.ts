import type { Words } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

/** What the phone's page says of check-ins, in Polish. */
export const carePl: Words<keyof typeof careNl> = {
  'care.lead':
    'Twój telefon może cię czasem zapytać, jak leci. Wybierasz, kiedy i czego dowie się z tego twoja osoba kontaktowa.',
  'care.how':
    'Pytanie zobaczysz tutaj, gdy ta strona jest otwarta albo gdy otworzysz ją następnym razem. Na ekranie nie pojawi się powiadomienie. Tylko twój telefon wie, kiedy pyta.',
  'care.set': 'Tak jest teraz',
  'care.when': '{rhythm} o {time}.',
  'care.next': 'Następne pytanie: {day}.',
  'care.paused': 'Przerwa. Twój telefon o nic nie pyta, aż do wznowienia.',
  'care.pause': 'Zrób przerwę',
  'care.resume': 'Wznów',
  'care.stop': 'Zakończ',
  'care.stopped': 'Zakończono. Twój telefon już o nic nie pyta.',
  'care.change': 'Zmień',
  'care.rhythm': 'Jak często?',
  'care.rhythm.week': 'Co tydzień',
  'care.rhythm.two-weeks': 'Co dwa tygodnie',
  'care.rhythm.month': 'Co miesiąc',
  'care.rhythm.quarter': 'Co trzy miesiące',
  'care.rhythm.year': 'Co rok',
  'care.from': 'Od którego dnia?',
  'care.at': 'O której godzinie?',
  'care.tells': 'Czego dowie się twoja osoba kontaktowa?',
  'care.tells.nothing': 'Niczego: to zostaje w moim telefonie',
  'care.tells.talk': 'Tylko tego, że chcę pogadać',
  'care.tells.all': 'Każdej odpowiedzi',
  'care.tells.hint': '„Nie teraz” nigdy nie jest przekazywane.',
  'care.silence': 'A jeśli nie odpowiesz?',
  'care.silence.never': 'Wtedy nikt się niczego nie dowie',
  'care.silence.after': {
    one: 'Po {count} pytaniu dowie się o tym moja osoba kontaktowa',
    few: 'Po {count} pytaniach dowie się o tym moja osoba kontaktowa',
    many: 'Po {count} pytaniach dowie się o tym moja osoba kontaktowa',
    other: 'Po {count} pytania dowie się o tym moja osoba kontaktowa',
  },
  'care.silence.hint':
    'Twój telefon może to przekazać dopiero, gdy ta strona będzie znów otwarta. Jeśli pozostanie zamknięta, nikt się niczego nie dowie.',
  'care.lives': 'Po dwóch latach ciszy serwer usunie tę rozmowę. To, co jest w twoim telefonie, zostanie.',
  'care.save': 'Tak to chcę',
  'care.invalid': 'Wybierz dzień i godzinę.',
  'care.question': 'Jak leci?',
  'care.answer.good': 'Dobrze',
  'care.answer.fair': 'Tak sobie',
  'care.answer.talk': 'Chcę pogadać',
  'care.answer.not-now': 'Nie teraz',
  'care.goes.nothing': 'To, co wybierzesz, zostaje w twoim telefonie.',
  'care.goes.talk': 'Tylko „Chcę pogadać” trafia do twojej osoby kontaktowej.',
  'care.goes.all': 'To, co wybierzesz, trafia do twojej osoby kontaktowej. „Nie teraz” zostaje tutaj.',
  'care.said.kept': 'Dziękujemy. To zostaje w twoim telefonie.',
  'care.said.told': 'Dziękujemy. To trafi do twojej osoby kontaktowej.',
  'care.said.talk': 'To trafi do twojej osoby kontaktowej. Możesz coś dopisać, ale nie musisz.',
  'care.said.write':
    'Nic nie wysłano. Napisz poniżej, co chcesz powiedzieć, a twoja osoba kontaktowa to przeczyta.',
  'care.said.later': 'Dobrze. Innym razem.',
  'care.back': 'Twoja rozmowa nadal tu jest',
  'care.back.text':
    'Nie musisz nic wyjaśniać. Jedno dotknięcie, a twoja osoba kontaktowa przeczyta, że chcesz pogadać, albo ktoś inny z zespołu, jeśli tej osoby już nie ma.',
};

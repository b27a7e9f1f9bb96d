import type { Words } from '../../shared/model/words.js';
import type { lockNl } from './lock-words-nl.js';

/** What the phone's page says of what it keeps on the phone, and of the lock on it, in Polish. */
export const lockPl: Words<keyof typeof lockNl> = {
  'here.lead': 'Co ta strona przechowuje w twoim telefonie i kto może się do tego dostać.',

  'lock.title': 'Kod',
  'lock.about':
    'Z kodem ta strona się blokuje: po minucie w tle albo od razu, gdy tego chcesz. Kto wtedy patrzy, widzi pole na kod i nic z twojej rozmowy. Przycisk wyjścia nazywa się wtedy „{button}”.',
  'lock.on': 'Ta strona ma kod.',
  'lock.set': 'Wybierz kod',
  'lock.now': 'Zablokuj teraz',
  'lock.change': 'Zmień kod',
  'lock.drop': 'Wyłącz kod',
  'lock.dropped': 'Kod jest wyłączony.',
  'lock.saved': 'Kod jest włączony.',
  'lock.code': 'Twój kod',
  'lock.code.hint': {
    one: 'Cyfry albo kilka słów. Co najmniej {least} znak.',
    few: 'Cyfry albo kilka słów. Co najmniej {least} znaki.',
    many: 'Cyfry albo kilka słów. Co najmniej {least} znaków.',
    other: 'Cyfry albo kilka słów. Co najmniej {least} znaku.',
  },
  'lock.code.again': 'Ten sam kod jeszcze raz',
  'lock.count': 'Długość: {count}.',
  'lock.delay.minutes': 'Ten kod powstrzyma komputer przez kilka minut.',
  'lock.delay.hours': 'Ten kod powstrzyma komputer przez kilka godzin.',
  'lock.delay.days': 'Ten kod powstrzyma komputer przez dni albo tygodnie.',
  'lock.delay.years': 'Ten kod powstrzyma komputer przez lata.',
  'lock.save': 'Włącz ten kod',
  'lock.cancel': 'Raczej nie',
  'lock.short': {
    one: 'Wpisz co najmniej {least} znak.',
    few: 'Wpisz co najmniej {least} znaki.',
    many: 'Wpisz co najmniej {least} znaków.',
    other: 'Wpisz co najmniej {least} znaku.',
  },
  'lock.differs': 'Za drugim razem jest tu coś innego.',
  'lock.taken': 'To twój drugi kod. Wybierz taki, który nie jest do niego podobny.',
  'lock.working': 'Chwileczkę…',
  'lock.honest': 'Co kod może, a czego nie',
  'lock.honest.delay':
    'Krótki kod tylko opóźnia kogoś, kto chce wejść. Kto odda twój telefon do zbadania, może kazać komputerowi wypróbować wszystkie kody. Im dłuższy kod, tym dłużej to trwa.',
  'lock.honest.traces':
    'Kto bada telefon, może zobaczyć, że ta strona była tu używana. W przeglądarce przez jakiś czas zostają resztki tego, co usunęła albo nadpisała. Resztki sprzed ustawienia kodu taka osoba być może odczyta.',
  'lock.honest.lost':
    'Gdy stracisz kod, nikt nie może go odnaleźć, my też nie. Wtedy odzyskasz rozmowę tylko ze swoimi dwunastoma słowami.',

  'second.title': 'Drugi kod, który nadpisuje wszystko',
  'second.about':
    'Na wypadek, gdy ktoś zmusza cię do otwarcia strony. Ten kod otwiera zwykłą, pustą listę o nazwie „{name}”, bez słowa o tym, do czego jest ta strona. To, co tu było, jest wtedy już nadpisane, a pierwszy kod nie robi już nic.',
  'second.back':
    'Chcesz potem tu wrócić? Na zablokowanej stronie wybierz „{lost}” i usuń wszystko. Ktoś inny też może to zrobić i wtedy zobaczy, do czego jest ta strona, tak samo jak ten, kto sprawdzi adres.',
  'second.limits':
    'Zespół nadal ma twoją rozmowę. Bez swoich dwunastu słów już się do niej nie dostaniesz. Kto wcześniej skopiował twój telefon, nadal ma tę kopię. Kto bada telefon, może znaleźć resztki i próbować zgadnąć pierwszy kod.',
  'second.on': 'Drugi kod jest włączony.',
  'second.set': 'Wybierz drugi kod',
  'second.change': 'Zmień drugi kod',
  'second.drop': 'Wyłącz drugi kod',

  'nothing.title': 'Nic nie przechowuj',
  'nothing.about':
    'Ta strona usuwa to, co ma w twoim telefonie, i nic już nie przechowuje. Wszystko działa, dopóki strona jest otwarta. Potem to stąd znika.',
  'nothing.phrase': 'Potem rozmowa wróci z twoimi dwunastoma słowami, i tylko z nimi.',
  'nothing.no-phrase': 'Nie masz jeszcze dwunastu słów. Jeśli zamkniesz stronę bez nich, stracisz rozmowę.',
  'nothing.next':
    'Tego wyboru też nigdzie nie zapisujemy. Następnym razem wybierasz od nowa. Przeglądarka może jednak pamiętać, że ta strona była otwarta.',
  'nothing.choose': 'Nic tu nie przechowuj',
  'nothing.on': 'Ta strona nic nie przechowuje w tym telefonie. Gdy ją zamkniesz, wszystko stąd zniknie.',
  'nothing.keep': 'Jednak przechowuj',
  'nothing.forbidden':
    'Twoja przeglądarka nie pozwala tej stronie nic przechować. Gdy ją zamkniesz, wszystko stąd zniknie.',
  'nothing.make': 'Zrób moje dwanaście słów',

  'aside.title': 'To, co tu było, jest uszkodzone',
  'aside.text':
    'Nie możemy tego otworzyć, więc jest odłożone na bok. Jeśli masz dwanaście słów, odzyskasz z nimi swoją rozmowę.',
  'aside.return': 'Mam dwanaście słów',
  'aside.drop': 'Usuń to, co odłożone',

  'full.text':
    'Możesz też iść dalej bez przechowywania. Wtedy ta strona usuwa to, co ma w twoim telefonie, i wszystko zniknie, gdy ją zamkniesz.',
  'full.go-on': 'Dalej bez przechowywania',

  'locked.title': 'Zablokowane kodem',
  'locked.code': 'Kod',
  'locked.open': 'Otwórz',
  'locked.wrong': 'To nie ten kod.',
  'locked.failed': 'Nie udało się. Spróbuj jeszcze raz.',
  'locked.lost': 'Zgubiony kod?',
  'locked.lost.text':
    'Nikt nie może odnaleźć kodu. Możesz usunąć to, co ta strona tu przechowuje, i zacząć od nowa.',
  'locked.anew': 'Usuń i zacznij od nowa',
  'locked.sure': 'Tak, usuń wszystko z tej strony',
};

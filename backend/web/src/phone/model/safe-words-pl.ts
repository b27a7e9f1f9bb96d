import type { Words } from '../../shared/model/words.js';
import type { safeNl } from './safe-words-nl.js';

/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in Polish. */
export const safePl: Words<keyof typeof safeNl> = {
  'safe.title': 'Bezpiecznie tutaj',
  'safe.danger': 'Coś ci grozi?',
  'safe.danger.say':
    'Powiedz, gdzie jesteś i co się dzieje. Jeśli nie możesz dużo mówić, podaj najpierw miejsce.',
  'safe.danger.team':
    'Zadzwoń i nie czekaj na odpowiedź tutaj. Zespół nie wie, gdzie jesteś, i nie może do ciebie przyjechać.',
  'safe.danger.trace': 'Potem to połączenie widać na liście połączeń w twoim telefonie.',
  'safe.country': 'W jakim kraju jesteś?',
  'safe.country.hint':
    'Nie ma tu twojego kraju? Z komórki pod numerem 112 prawie wszędzie odbiorą służby ratunkowe.',

  'urgent.title': 'Czy to pilne?',
  'urgent.does': 'Jeśli zaznaczysz, że to pilne, twoja wiadomość jest u zespołu na samej górze.',
  'urgent.not':
    'Nie włącza się żaden alarm. Poza godzinami zespołu, a zwykle też w nocy, nikt tu nie zagląda.',
  'urgent.no-sooner': 'Zespół nie obiecuje, że przez to odpowie wcześniej.',
  'urgent.by': 'Na teraz: spodziewana odpowiedź {when}.',
  'urgent.late': 'Odpowiedź była obiecana: {when}. Zespół się spóźnia.',
  'urgent.nobody': 'Teraz nie ma nikogo z zespołu.',
  'urgent.unknown': 'Nie wiadomo teraz, kiedy przyjdzie odpowiedź.',
  'urgent.danger': 'Coś ci grozi? Nie czekaj na odpowiedź. Zadzwoń pod {number}.',
  'urgent.words': 'To pilne.',
  'urgent.send': 'Wyślij „To pilne”',
  'urgent.send-typed': 'Wyślij mój zaczęty tekst jako pilny',

  'away.title': 'Szybkie wyjście',
  'away.how': 'Naciśnij „{button}”. Ten przycisk jest zawsze u góry. Na klawiaturze: szybko dwa razy Escape.',
  'away.then':
    'Na ekranie od razu pojawia się przepis. Przycisk wstecz już tu nie prowadzi. Do nikogo nie idzie żadna wiadomość.',
  'away.kept':
    'Twój zaczęty tekst nadal tu jest, gdy znowu otworzysz tę stronę. Jeśli otwierasz ją z ekranu głównego, najpierw zamknij ją całkiem.',
  'away.not': 'W historii przeglądarki nadal widać wizytę na tej stronie.',

  'hide.title': 'Ukryj swoją wizytę',
  'hide.lead': 'Tak usuniesz tę wizytę z przeglądarki, a następna nic po sobie nie zostawi.',
  'hide.shows': 'Co pokazuje historia',
  'hide.shows.site': 'Nazwę tej strony ({site}) z tytułem „{name}” i godzinę.',
  'hide.shows.recipe': 'Po użyciu „{button}”: także stronę z przepisem.',
  'hide.shows.never': 'Nie pokazuje treści wiadomości ani do kogo one są.',
  'hide.history-only': 'Usuń tylko historię',
  'hide.history-only.do':
    'Jeśli usuniesz też pliki cookie i dane stron, twoja rozmowa zniknie z tego telefonu. Dwanaście słów ją przywróci; zrobisz je w „O tej rozmowie”.',
  'hide.hers': 'To chyba twoja przeglądarka',
  'hide.this-visit': 'Usunięcie tej wizyty',
  'hide.next-visit': 'Następna wizyta',
  'hide.chrome.delete':
    'Dotknij ⋮ (na iPhonie ⋯) i wybierz Historia. Znajdź tę stronę i dotknij krzyżyka albo Usuń.',
  'hide.chrome.private': 'Dotknij ⋮ (na iPhonie ⋯) i wybierz Nowa karta incognito. Na koniec ją zamknij.',
  'hide.chrome.account':
    'Jeśli przeglądarka jest połączona z kontem Google, ta wizyta może być też na innych twoich urządzeniach i na myactivity.google.com.',
  'hide.safari.delete':
    'Otwórz Zakładki, a potem Historia, czyli zegar. Przesuń palcem po wierszu z tą stroną i dotknij Usuń.',
  'hide.safari.private': 'Dotknij przycisku kart i wybierz Prywatne. Na koniec zamknij kartę.',
  'hide.safari.account':
    'Jeśli Safari jest włączone w iCloud, inne twoje urządzenia Apple pokazują tę samą historię. Usunięcie działa wtedy na wszystkich.',
  'hide.samsung.delete': 'Dotknij ☰ i wybierz Historia. Przytrzymaj wiersz z tą stroną i dotknij Usuń.',
  'hide.samsung.private': 'Dotknij Karty i włącz tryb tajny. Na koniec zamknij karty.',
  'hide.samsung.account':
    'Jeśli przeglądarka jest połączona z kontem Samsung, historia może być też na innych twoich urządzeniach.',
  'hide.firefox.delete':
    'Dotknij ⋮ albo ☰ i wybierz Historia. Znajdź tę stronę i usuń wiersz: krzyżykiem albo przesuwając palcem.',
  'hide.firefox.private': 'Dotknij maski i otwórz prywatną kartę. Na koniec ją zamknij.',
  'hide.firefox.account':
    'Jeśli Firefox jest połączony z kontem, historia może być też na innych twoich urządzeniach.',
  'hide.private-forgets':
    'Prywatna karta po zamknięciu zapomina wszystko, także twoją rozmowę. Najpierw zrób dwanaście słów, wtedy możesz tu wrócić.',
  'hide.stays': 'Co potem nadal może być widać',
  'hide.stays.search': 'Drogę na tę stronę: wyszukiwanie albo link w wiadomości.',
  'hide.stays.network':
    'Sieć wifi albo dostawca internetu widzi nazwę tej strony i nic z tego, co czytasz albo piszesz.',
  'hide.stays.phone': 'Ikonę na ekranie głównym, kartkę zrobioną dla ciebie, zrzut ekranu.',
  'hide.stays.notices':
    'Jeśli powiadomienia były tu kiedyś włączone, ta strona jest też w ustawieniach przeglądarki, w powiadomieniach.',
  'hide.stays.watched':
    'Ktoś podgląda twój telefon przez aplikację albo wspólne konto? Wtedy to nie pomoże. Lepiej użyj telefonu kogoś, komu ufasz.',

  'settings.title': 'Nazwa, ikona i powiadomienia',
  'settings.lead': 'To jest tylko na tym telefonie i bez kodu: wybierz słowa, które nic nie mówią.',
  'settings.open': 'Nazwa, ikona i powiadomienia',
  'settings.not-kept': 'Twoja przeglądarka tego nie zachowuje.',
  'look.title': 'Jak się nazywa ta strona',
  'look.where':
    'Tak nazywa się w przeglądarce i na ekranie głównym, jeśli ją tam umieścisz. Kto ją otworzy, nadal widzi, do czego jest.',
  'look.again': 'Już tam jest? Usuń ją stamtąd i dodaj jeszcze raz.',
  'notice.title': 'Co mówi powiadomienie',
  'notice.about': 'Gdy na telefon przyjdzie powiadomienie, będą w nim te słowa, cokolwiek się stało.',
  'notice.reminder': 'Przypomnienie',
  'notice.order': 'Nowy status twojego zamówienia',
  'notice.forecast': 'Pogoda na dziś',
  'notice.own': 'Własne słowa',
  'notice.own.label': 'Twoje własne słowa',
  'notice.own.hint': 'Jedna linijka, najwyżej {count} znaków.',
  'notice.own.refused': 'Napisz jedną linijkę, najwyżej {count} znaków.',
  'notice.own.keep': 'Zachowaj te słowa',
  'notice.kept': 'Zachowano. Powiadomienie mówi: „{words}”',
};

import type { Words } from '../../shared/model/words.js';
import type { WakeKey } from './wake-words.js';

/** The same in Polish. */
export const wakePl: Words<WakeKey> = {
  'wake.title': 'Powiadomienie, gdy coś na ciebie czeka',
  'wake.about':
    'Telefon może dać ci znać, gdy coś na ciebie czeka, także gdy ta strona jest zamknięta. Jest to wyłączone, dopóki tego nie włączysz. Jeśli włączysz, warto wiedzieć:',
  'wake.browser':
    'Producent twojej przeglądarki, na przykład Google, Apple albo Mozilla, widzi, że jest coś dla twojej przeglądarki i kiedy. Nie widzi co i od kogo.',
  'wake.server':
    'Nasz serwer widzi, gdzie znaleźć twoją przeglądarkę, dopóki wysyła powiadomienie, i tego nie zapisuje. Zespół tego nie widzi.',
  'wake.screen':
    'Kto widzi twój ekran, widzi powiadomienie: słowa, które wybierzesz, i adres {host}. Także gdy telefon jest zablokowany.',
  'wake.leave': 'Po „{button}” nie ma już powiadomień, aż znowu otworzysz tę stronę.',
  'wake.weeks': 'Otwieraj tę stronę raz na trzy tygodnie. Inaczej powiadomienia ustaną.',
  'wake.delay': 'Jak szybko?',
  'wake.delay.none': 'Od razu',
  'wake.delay.ten-seconds': 'W ciągu 10 sekund',
  'wake.delay.two-minutes': 'W ciągu 2 minut',
  'wake.delay.hint':
    'Gdy się poczeka, trudniej zobaczyć, która wiadomość należy do którego powiadomienia. To, co przyjdzie w tym czasie, jest w tym samym powiadomieniu.',
  'wake.on': 'Powiadomienia są włączone.',
  'wake.off': 'Powiadomienia są wyłączone. W ustawieniach przeglądarki zostaje, że były dozwolone.',
  'wake.turn-on': 'Włącz powiadomienia',
  'wake.turn-off': 'Wyłącz powiadomienia',
  'wake.forbidden':
    'Twoja przeglądarka nie pozwala tu na powiadomienia. Możesz to zmienić w jej ustawieniach.',
  'wake.unlisted':
    'Twoja przeglądarka dostaje powiadomienia przez usługę, do której nic nie wysyłamy. Zaglądaj czasem, czy jest odpowiedź.',
  'wake.failed': 'Nie udało się. Sprawdź, czy masz połączenie, i spróbuj jeszcze raz.',
};

import type { Words } from '../../shared/model/words.js';
import type { WakeKey } from './wake-words.js';

/** The same in Romanian. */
export const wakeRo: Words<WakeKey> = {
  'wake.title': 'O notificare când ai ceva nou',
  'wake.about':
    'Telefonul te poate anunța când ai ceva nou, chiar dacă pagina aceasta este închisă. Este oprit până când îl pornești tu. Dacă îl pornești, e bine să știi:',
  'wake.browser':
    'Producătorul browserului tău, cum ar fi Google, Apple sau Mozilla, vede că este ceva pentru browserul tău și când. Nu vede ce este și nici de la cine.',
  'wake.server':
    'Serverul nostru vede unde poate fi găsit browserul tău cât timp trimite notificarea și nu păstrează asta. Echipa nu vede.',
  'wake.screen':
    'Cine îți vede ecranul vede notificarea: cuvintele alese de tine și adresa {host}. Și când telefonul este blocat.',
  'wake.leave': 'După „{button}” nu mai vine nicio notificare până când deschizi din nou pagina.',
  'wake.weeks': 'Deschide pagina o dată la trei săptămâni. Altfel notificările se opresc.',
  'wake.delay': 'Cât de repede?',
  'wake.delay.none': 'Imediat',
  'wake.delay.ten-seconds': 'În 10 secunde',
  'wake.delay.two-minutes': 'În 2 minute',
  'wake.delay.hint':
    'Dacă se așteaptă puțin, e mai greu de văzut ce mesaj ține de ce notificare. Ce mai vine între timp intră în aceeași notificare.',
  'wake.on': 'Notificările sunt pornite.',
  'wake.off': 'Notificările sunt oprite. În setările browserului rămâne scris că au fost permise.',
  'wake.turn-on': 'Pornește notificările',
  'wake.turn-off': 'Oprește notificările',
  'wake.forbidden': 'Browserul tău nu permite notificări aici. Poți schimba asta în setările browserului.',
  'wake.unlisted':
    'Browserul tău primește notificări printr-un serviciu la care noi nu trimitem. Uită-te din când în când dacă ai răspuns.',
  'wake.failed': 'Nu a mers. Vezi dacă ai conexiune și încearcă din nou.',
};

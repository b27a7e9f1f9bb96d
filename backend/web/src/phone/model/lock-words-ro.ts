import type { Words } from '../../shared/model/words.js';
import type { lockNl } from './lock-words-nl.js';

/** What the phone's page says of what it keeps on the phone, and of the lock on it, in Romanian. */
export const lockRo: Words<keyof typeof lockNl> = {
  'here.lead': 'Ce păstrează această pagină pe telefonul tău și cine poate ajunge la asta.',

  'lock.title': 'Un cod',
  'lock.about':
    'Cu un cod, această pagină se blochează: după un minut în fundal sau imediat ce vrei tu. Cine se uită atunci vede un câmp pentru un cod și nimic din conversația ta. Butonul de ieșire se numește atunci „{button}”.',
  'lock.on': 'Această pagină are un cod.',
  'lock.set': 'Alege un cod',
  'lock.now': 'Blochează acum',
  'lock.change': 'Schimbă codul',
  'lock.drop': 'Scoate codul',
  'lock.dropped': 'Codul este scos.',
  'lock.saved': 'Codul este pus.',
  'lock.code': 'Codul tău',
  'lock.code.hint': {
    one: 'Cifre sau câteva cuvinte. Cel puțin {least} caracter.',
    few: 'Cifre sau câteva cuvinte. Cel puțin {least} caractere.',
    other: 'Cifre sau câteva cuvinte. Cel puțin {least} de caractere.',
  },
  'lock.code.again': 'Același cod încă o dată',
  'lock.count': 'Lungime: {count}.',
  'lock.delay.minutes': 'Acest cod ține un computer în loc câteva minute.',
  'lock.delay.hours': 'Acest cod ține un computer în loc câteva ore.',
  'lock.delay.days': 'Acest cod ține un computer în loc timp de zile sau săptămâni.',
  'lock.delay.years': 'Acest cod ține un computer în loc timp de ani.',
  'lock.save': 'Pune acest cod',
  'lock.cancel': 'Mai bine nu',
  'lock.short': {
    one: 'Pune cel puțin {least} caracter.',
    few: 'Pune cel puțin {least} caractere.',
    other: 'Pune cel puțin {least} de caractere.',
  },
  'lock.differs': 'A doua oară este altceva.',
  'lock.taken': 'Acesta este celălalt cod al tău. Alege unul care nu seamănă cu el.',
  'lock.working': 'O clipă…',
  'lock.honest': 'Ce poate un cod și ce nu',
  'lock.honest.delay':
    'Un cod scurt doar întârzie pe cine vrea să intre. Cine dă telefonul tău la examinat poate pune un computer să încerce toate codurile. Cu cât codul tău e mai lung, cu atât durează mai mult.',
  'lock.honest.traces':
    'Cine examinează telefonul poate vedea că această pagină a fost folosită aici. Un browser lasă un timp resturi din ce a șters sau a suprascris. Poate reuși să citească resturi de dinainte să alegi un cod.',
  'lock.honest.lost':
    'Dacă pierzi codul, nimeni nu îl poate găsi din nou, nici noi. Atunci îți primești conversația înapoi numai cu cele douăsprezece cuvinte ale tale.',

  'second.title': 'Un al doilea cod, care suprascrie tot',
  'second.about':
    'Pentru când cineva te obligă să deschizi pagina. Acest cod deschide o listă obișnuită și goală, cu numele „{name}”, fără niciun cuvânt despre la ce folosește pagina. Ce era aici este atunci deja suprascris, iar primul tău cod nu mai face nimic.',
  'second.back':
    'Vrei să revii aici după aceea? Unde pagina este blocată, alege „{lost}” și șterge tot. Și altcineva poate face asta, iar atunci vede la ce folosește pagina, la fel ca oricine caută adresa.',
  'second.limits':
    'Echipa are în continuare conversația ta. Fără cele douăsprezece cuvinte ale tale nu mai poți ajunge la ea. Cine ți-a copiat telefonul mai devreme are încă acea copie. Cine examinează telefonul poate găsi resturi și poate încerca să ghicească primul tău cod.',
  'second.on': 'Este pus un al doilea cod.',
  'second.set': 'Alege un al doilea cod',
  'second.change': 'Schimbă al doilea cod',
  'second.drop': 'Scoate al doilea cod',

  'nothing.title': 'Nimic păstrat',
  'nothing.about':
    'Această pagină scoate ce are pe telefonul tău și nu mai păstrează nimic. Totul merge cât timp pagina e deschisă. După aceea nu mai e aici.',
  'nothing.phrase':
    'După aceea conversația ta revine cu cele douăsprezece cuvinte ale tale, și numai cu ele.',
  'nothing.no-phrase':
    'Încă nu ai douăsprezece cuvinte. Dacă închizi pagina fără ele, îți pierzi conversația.',
  'nothing.next':
    'Nici această alegere nu se păstrează nicăieri. Data viitoare alegi din nou. Browserul tău poate încă să țină minte că ai fost aici.',
  'nothing.choose': 'Nu păstra nimic aici',
  'nothing.on': 'Această pagină nu păstrează nimic pe acest telefon. Dacă o închizi, tot ce e aici dispare.',
  'nothing.keep': 'Păstrează totuși',
  'nothing.forbidden':
    'Browserul tău nu lasă această pagină să păstreze nimic. Dacă o închizi, tot ce e aici dispare.',
  'nothing.make': 'Fă cele douăsprezece cuvinte ale mele',

  'aside.title': 'Ce era aici s-a deteriorat',
  'aside.text':
    'Nu am putut să deschidem ce era, așa că am pus totul deoparte. Dacă ai douăsprezece cuvinte, cu ele îți aduci conversația înapoi.',
  'aside.return': 'Am douăsprezece cuvinte',
  'aside.drop': 'Șterge ce e pus deoparte',

  'full.text':
    'Poți continua și fără păstrare. Atunci această pagină scoate ce are pe telefonul tău, și totul dispare când o închizi.',
  'full.go-on': 'Continuă fără păstrare',

  'locked.title': 'Pagină blocată cu cod',
  'locked.code': 'Cod',
  'locked.open': 'Deschide',
  'locked.wrong': 'Nu acesta este codul.',
  'locked.failed': 'Nu a mers. Încearcă din nou.',
  'locked.lost': 'Ai pierdut codul?',
  'locked.lost.text':
    'Nimeni nu poate găsi codul din nou. Poți șterge ce păstrează această pagină aici și poți începe din nou.',
  'locked.anew': 'Șterge și începe din nou',
  'locked.sure': 'Da, șterge tot ce ține de această pagină',
};

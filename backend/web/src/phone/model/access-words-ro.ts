import type { Words } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

/** What is said of who can use the page and who can't yet, in Romanian. */
export const accessRo: Words<keyof typeof accessNl> = {
  'access.title': 'Accesibilitate',
  'access.lead':
    'Pagina aceasta este pentru toată lumea. Și dacă folosești un cititor de ecran, doar o tastatură sau litere mari.',
  'access.far': 'Cât de departe suntem',
  'access.far.goal':
    'Vrem să respectăm standardul WCAG 2.2, nivelul AA. O parte a fost verificată. De aceea nu putem spune că pagina îl respectă în întregime.',
  'access.checked': 'Ce s-a verificat',
  'access.checked.how': 'Asta face un calculator la fiecare versiune nouă, în browserul Chromium:',
  'access.checked.axe':
    'Fiecare ecran, în toate cele opt limbi, cu programul axe. Acum nu găsește greșeli. Un astfel de program vede doar o parte din probleme.',
  'access.checked.keyboard':
    'Să trimiți un mesaj, să schimbi o setare, să alegi un cod și să deschizi cu el, să pleci repede: doar cu tastatura.',
  'access.checked.colours': 'Dacă se deosebesc bine culorile, pe deschis și pe întunecat.',
  'access.checked.size': 'Dacă încape totul pe un ecran mic, și cu litere de două ori mai mari.',
  'access.checked.motion': 'Dacă nu se mișcă nimic atunci când ai oprit asta pe telefonul tău.',
  'access.not': 'Ce nu e încă bine',
  'access.not.outside':
    'Nimeni din afară nu a testat pagina. Și nicio persoană cu dizabilități nu a încercat-o încă pentru noi.',
  'access.not.readers':
    'Nu s-a încercat nimic cu un cititor de ecran adevărat, ca TalkBack sau VoiceOver. Nici în Safari și Firefox.',
  'access.not.code':
    'Când scrii un cod, un cititor de ecran poate spune cu voce tare ce scrii. Folosește căști, sau nu alege un cod când e cineva lângă tine.',
  'access.not.lock':
    'Cu un cod, pagina se încuie după un minut în fundal. Minutul acesta nu poate fi mai lung. Ce ai scris rămâne.',
  'access.not.escape': 'Două apăsări scurte pe Escape închid pagina. Asta nu se poate opri.',
  'access.not.paper':
    'Planul tău pe hârtie (pdf) nu e făcut pentru un cititor de ecran. Cuvintele thailandeze sunt imagini acolo.',
  'access.not.languages':
    'Ce spun echipele despre ele, și cele douăsprezece cuvinte, sunt numai în neerlandeză și engleză.',
  'access.tell': 'Nu reușești să folosești ceva?',
  'access.tell.how':
    'Scrie asta într-un mesaj către echipă: pe ce ecran era și ce folosești. Nu trebuie să spui cine ești.',
  'access.tell.team': 'Roagă echipa să dea mai departe celor care fac pagina aceasta.',
  'access.tell.other': 'Nu poți scrie deloc? Cineva în care ai încredere poate scrie pentru tine.',
  'access.on': 'Scris pe {day}.',
};

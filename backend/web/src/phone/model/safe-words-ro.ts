import type { Words } from '../../shared/model/words.js';
import type { safeNl } from './safe-words-nl.js';

/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in Romanian. */
export const safeRo: Words<keyof typeof safeNl> = {
  'safe.title': 'În siguranță aici',
  'safe.danger': 'Ești în pericol?',
  'safe.danger.say': 'Spune unde ești și ce se întâmplă. Dacă nu poți spune mult, spune întâi locul.',
  'safe.danger.team':
    'Sună și nu aștepta un răspuns aici. Echipa nu știe unde ești și nu poate veni la tine.',
  'safe.danger.trace': 'După aceea, apelul apare în lista de apeluri a telefonului tău.',
  'safe.country': 'În ce țară ești?',
  'safe.country.hint':
    'Țara ta nu e în listă? De pe un mobil, la 112 răspund serviciile de urgență aproape peste tot.',

  'urgent.title': 'E urgent?',
  'urgent.does': 'Dacă spui că e urgent, mesajul tău apare primul în lista echipei.',
  'urgent.not':
    'Nu pornește nicio alarmă. În afara programului echipei, și de obicei și noaptea, nu se uită nimeni.',
  'urgent.no-sooner': 'Echipa nu promite că răspunde mai repede din cauza asta.',
  'urgent.by': 'Cum e acum: răspuns așteptat {when}.',
  'urgent.late': 'S-a promis un răspuns {when}. Echipa întârzie față de ce a promis.',
  'urgent.nobody': 'Acum nu e nimeni din echipă.',
  'urgent.unknown': 'Acum nu se știe când vine un răspuns.',
  'urgent.danger': 'Ești în pericol? Nu aștepta răspunsul. Sună la {number}.',
  'urgent.words': 'E urgent.',
  'urgent.send': 'Trimite „E urgent”',
  'urgent.send-typed': 'Trimite ce scriam, ca urgent',

  'away.title': 'Ieșire rapidă',
  'away.how': 'Apasă pe „{button}”. Este mereu sus. Cu o tastatură: apasă Escape de două ori, repede.',
  'away.then':
    'Imediat apare o rețetă pe ecran. Cu butonul înapoi nu se mai ajunge aici. Nu pleacă niciun mesaj către nimeni.',
  'away.kept':
    'Ce scriai este încă acolo când deschizi din nou pagina. Dacă o deschizi de pe ecranul principal, închide-o întâi de tot.',
  'away.not': 'În istoricul browserului rămâne scris că ai fost pe acest site.',

  'hide.title': 'Ascunde vizita',
  'hide.lead': 'Așa scoți această vizită din browser și așa următoarea nu lasă nimic în urmă.',
  'hide.shows': 'Ce arată istoricul',
  'hide.shows.site': 'Numele acestui site ({site}) cu „{name}” și la ce oră.',
  'hide.shows.recipe': 'Dacă ai folosit „{button}”: și o pagină cu o rețetă.',
  'hide.shows.never': 'Nu ce ai scris și nu cui.',
  'hide.history-only': 'Șterge numai istoricul',
  'hide.history-only.do':
    'Dacă ștergi și cookie-urile și datele site-urilor, conversația dispare de pe acest telefon. Cu douăsprezece cuvinte o aduci înapoi; le faci la „Despre această conversație”.',
  'hide.hers': 'Credem că acesta e browserul tău',
  'hide.this-visit': 'Cum scoți această vizită',
  'hide.next-visit': 'O vizită viitoare',
  'hide.chrome.delete':
    'Atinge ⋮ (pe un iPhone ⋯) și alege Istoric. Caută acest site și atinge crucea sau Șterge.',
  'hide.chrome.private': 'Atinge ⋮ (pe un iPhone ⋯) și alege Filă incognito nouă. Închide-o la sfârșit.',
  'hide.chrome.account':
    'Dacă folosești browserul cu contul tău Google, vizita poate apărea și pe celelalte dispozitive ale tale și pe myactivity.google.com.',
  'hide.safari.delete':
    'Deschide semnele de carte (cartea deschisă), apoi Istoric, ceasul. Glisează pe rândul cu acest site și atinge Șterge.',
  'hide.safari.private': 'Atinge butonul cu file și alege Privat. Închide fila la sfârșit.',
  'hide.safari.account':
    'Dacă Safari este activat în iCloud, celelalte dispozitive Apple ale tale arată același istoric. Ce ștergi dispare de pe toate.',
  'hide.samsung.delete': 'Atinge ☰ și alege Istoric. Ține apăsat rândul cu acest site și atinge Ștergere.',
  'hide.samsung.private': 'Atinge File și activează modul secret. Închide filele la sfârșit.',
  'hide.samsung.account':
    'Dacă folosești browserul cu un cont Samsung, istoricul poate apărea și pe celelalte dispozitive ale tale.',
  'hide.firefox.delete':
    'Atinge ⋮ sau ☰ și alege Istoric. Caută acest site și scoate rândul: cu crucea sau glisând.',
  'hide.firefox.private': 'Atinge masca și deschide o filă privată. Închide-o la sfârșit.',
  'hide.firefox.account':
    'Dacă folosești Firefox cu un cont, istoricul poate apărea și pe celelalte dispozitive ale tale.',
  'hide.private-forgets':
    'O filă privată uită totul când o închizi, și conversația ta. Fă întâi douăsprezece cuvinte, atunci poți reveni.',
  'hide.stays': 'Ce se mai poate vedea după aceea',
  'hide.stays.search': 'Cum ai găsit acest site: o căutare sau un link într-un mesaj.',
  'hide.stays.network':
    'Rețeaua wifi sau furnizorul de internet vede numele acestui site și nimic din ce citești sau scrii.',
  'hide.stays.phone': 'O pictogramă pe ecranul principal, o hârtie pe care ai cerut-o, o captură de ecran.',
  'hide.stays.notices':
    'Dacă ai pornit vreodată notificări aici, acest site este și în setările browserului, la notificări.',
  'hide.stays.watched':
    'Se uită cineva la ce faci pe telefon, cu o aplicație sau un cont comun? Atunci asta nu ajută. Mai bine folosește telefonul cuiva în care ai încredere.',

  'settings.title': 'Nume, pictogramă și notificări',
  'settings.lead': 'Asta e numai pe acest telefon și nu e sub cod: alege cuvinte care nu spun nimic.',
  'settings.open': 'Nume, pictogramă și notificări',
  'settings.not-kept': 'Browserul tău nu păstrează asta.',
  'look.title': 'Cum se numește pagina',
  'look.where':
    'Așa se numește în browser și pe ecranul principal, dacă o pui acolo. Cine o deschide vede în continuare la ce folosește.',
  'look.again': 'E deja acolo? Scoate-o și pune-o din nou.',
  'notice.title': 'Ce spune o notificare',
  'notice.about': 'Când vine o notificare pe telefonul tău, are aceste cuvinte, orice s-ar fi întâmplat.',
  'notice.reminder': 'Memento',
  'notice.order': 'Comanda ta are o noutate',
  'notice.forecast': 'Vremea de azi',
  'notice.own': 'Cuvintele mele',
  'notice.own.label': 'Cuvintele tale',
  'notice.own.hint': 'Un rând, cel mult {count} de caractere.',
  'notice.own.refused': 'Scrie un rând de cel mult {count} de caractere.',
  'notice.own.keep': 'Păstrează aceste cuvinte',
  'notice.kept': 'S-a păstrat. O notificare spune: „{words}”',
};

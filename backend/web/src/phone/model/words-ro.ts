import type { Words } from '../../shared/model/words.js';
import { sharedRo } from '../../shared/model/words-ro.js';
import type { nl } from './words-nl.js';

/** What the phone's page says, in Romanian. */
export const ro: Words<keyof typeof nl> = {
  ...sharedRo,
  'page.name': 'Notițe',
  back: 'Înapoi',

  leave: 'Ieși repede',
  call: 'Sună la {number}',
  'safe.open': 'În siguranță aici',
  'here.title': 'Pe acest telefon: un cod sau nimic păstrat',
  'welcome.title': 'Ai o întrebare?',
  'welcome.lead':
    'Aici îi scrii cuiva care se gândește împreună cu tine. Despre muncă, bani, locuință, sănătate sau orice altceva.',
  'welcome.known.title': 'Ce știm despre tine',
  'welcome.known.who': 'Nu știm cine ești: nu cerem nume, număr sau adresă de e-mail.',
  'welcome.known.words': 'Nu știm ce scrii: citesc doar oamenii din echipa pe care o alegi.',
  'welcome.known.traffic':
    'Vedem că vine un mesaj și de la ce adresă de internet, dar nu păstrăm acea adresă.',
  'welcome.known.relayed':
    'Vedem că vine un mesaj. Adresa ta de internet o vedem numai când deschizi această pagină: mesajele trec printr-un intermediar al altcuiva, care nu le poate citi.',
  'welcome.start': 'Scrie un mesaj',
  'welcome.card': 'Am un cartonaș',
  'welcome.return': 'Am mai fost aici',
  'welcome.words': 'Despre aceste cuvinte',

  'phrase.title': 'Revino cu douăsprezece cuvinte',
  'phrase.none': 'Dacă pierzi acest telefon, pierzi conversația. Cu douăsprezece cuvinte poți reveni.',
  'phrase.held':
    'Ai douăsprezece cuvinte cu care poți reveni. Le-ai pierdut sau le-a văzut cineva? Fă altele noi.',
  'phrase.make': 'Fă cele douăsprezece cuvinte ale mele',
  'phrase.new': 'Fă cuvinte noi',

  'moved.forget': 'Șterge de pe acest telefon',
  'moved.return': 'Adu conversația aici',

  'erase.title': 'Ștergere',
  'erase.about': 'Poți șterge această conversație sau totul. Poți oricând, și fără conexiune.',
  'erase.begin': 'Șterge…',
  'erase.waits': 'S-a șters ceva aici. Cererea către server pleacă imediat ce există conexiune.',
  'talk.erase-forged':
    'Un calculator al echipei a cerut să se șteargă totul. Doar tu poți face asta: nu s-a șters nimic.',

  'card.title': 'Cartonașul tău',
  'card.lead': 'Pe un cartonaș sunt opt cuvinte. Literele mari și liniuțele nu contează.',
  'card.label': 'Cele opt cuvinte',
  'card.use': 'Folosește cartonașul',
  'card.without': 'Continuă fără cartonaș',
  'card.count': {
    one: 'Aici este {count}. Pe un cartonaș sunt opt cuvinte.',
    few: 'Aici sunt {count}. Pe un cartonaș sunt opt cuvinte.',
    other: 'Aici sunt {count}. Pe un cartonaș sunt opt cuvinte.',
  },
  'card.unknown': '„{word}” nu este pe niciun cartonaș. Uită-te din nou la acel cuvânt.',
  'card.meant': 'Poate e vorba de…',
  'card.invalid': 'Acest cartonaș nu e valabil.',
  'card.invalid.do':
    'Poate un cuvânt este greșit sau cartonașul e prea vechi. Verifică cuvintele sau continuă fără cartonaș. Asta se poate oricând.',
  'card.waits': 'Ai deschis un cartonaș.',
  'card.waits.do': 'Ai deja o conversație aici. Poți continua cu ea.',
  'card.begin': 'Începe o conversație nouă cu cartonașul',

  'memory.title': 'Ce ține minte această pagină',
  'memory.here':
    'Mesajele tale sunt doar în acest browser. Dacă deschizi mai târziu aceeași pagină pe același telefon, continui de unde ai rămas.',
  'memory.yes': 'Browserul tău a promis că le păstrează.',
  'memory.unsure': 'Browserul tău le poate șterge dacă telefonul se umple.',
  'memory.never': 'Browserul tău nu păstrează nimic aici. Dacă închizi pagina, pierzi conversația.',
  'memory.iphone':
    'Un iPhone sau iPad poate șterge totul dacă nu te uiți timp de șapte zile. Revino deci în mai puțin de o săptămână.',
  'memory.others':
    'Cine poate deschide telefonul tău le poate citi. O fereastră privată uită totul când o închizi.',
  'memory.map': 'Locuri: GeoNames (CC BY 4.0, adaptat) și oficiul de statistică CBS.',

  'place.title': 'Unde ești, cam pe unde?',
  'place.why':
    'Așa găsim o echipă în apropiere. Căutarea se face pe telefonul tău; asta nu ajunge la server.',
  'place.label': 'Localitate sau comună',
  'place.found': {
    one: '{count} loc găsit',
    few: '{count} locuri găsite',
    other: '{count} de locuri găsite',
  },
  'place.none': 'Nu cunoaștem acel loc. Încearcă un loc din apropiere.',
  'place.meant': 'Nu cunoaștem acel loc. Poate e vorba de…',
  'place.in': 'comuna {municipality}',
  'place.map': 'Alege pe hartă',
  'place.map.label': 'Harta Țărilor de Jos. Poți și să scrii un loc mai sus.',
  'place.map.hint': 'Atinge harta acolo unde ești.',
  'place.map.take': 'Alege {place}',
  'place.unsaid': 'Prefer să nu spun',
  'place.failed': 'Lista cu locuri nu a sosit. Încearcă din nou sau continuă fără loc.',

  'write.title': 'Mesajul tău',
  'write.to': 'Ajunge la',
  'write.by-card': 'Echipa de pe cartonașul tău. Poți alege și altă echipă.',
  'write.needs-card': 'Această echipă primește acum numai mesaje cu cartonaș.',
  'write.needs-card.do': 'Dacă nu ai unul, alege altă echipă.',
  'write.passed-for-card':
    'Echipa cea mai potrivită primește acum numai mesaje cu cartonaș. Aceasta este următoarea.',
  'write.others': 'Alege altă echipă',
  'write.more-teams': 'Arată mai multe echipe',
  'write.who': 'Cine sunt?',
  'write.speaks': 'Limbi: {languages}.',
  'write.not-for': 'Această echipă nu te poate ajuta acum cu ce ai indicat. Alege altă echipă.',
  'write.label': 'Ce vrei să întrebi sau să spui?',
  'write.hint': 'Câteva cuvinte sunt de ajuns.',
  'write.send': 'Trimite',
  'write.empty': 'Scrie mai întâi câteva cuvinte.',
  'write.too-long': {
    one: 'E prea lung pentru un singur mesaj. Scoate {count} semn.',
    few: 'E prea lung pentru un singur mesaj. Scoate {count} semne.',
    other: 'E prea lung pentru un singur mesaj. Scoate {count} de semne.',
  },
  'write.no-teams': 'Lista cu echipe nu e încă aici. Ce scrii rămâne.',
  'write.change-place': 'Alt loc',

  'team.in': 'Echipa din {place}',
  'team.national': 'Echipă pentru toată țara',
  'reason.covers': 'lucrează în {place}',
  'reason.near': 'la circa {kilometres} km de tine',
  'reason.national': 'pentru toată lumea, oriunde ești',
  'reason.open-now': 'deschis acum',
  'reason.opens': 'se deschide {when}',
  'reason.hours-unknown': 'programul nu se știe',
  'reason.waiting-list': {
    one: 'listă de așteptare de circa {weeks} săptămână',
    few: 'listă de așteptare de circa {weeks} săptămâni',
    other: 'listă de așteptare de circa {weeks} de săptămâni',
  },
  'reason.availability-unknown': 'nu se știe dacă este loc',
  'reason.not-taking': 'acum nu primește întrebări noi',
  'reason.cards-only': 'acum numai cu cartonaș',
  'reason.speaks': 'vorbește {languages}',
  'answer.by': 'Răspuns așteptat: {when}',

  'more.title': 'Vrei să adaugi ceva? Nu e nevoie.',
  'more.note': 'Asta vede doar echipa. Ce lași gol nu exclude nimic.',
  'more.urgent': 'E urgent',
  'more.languages': 'În ce limbă vrei să vorbești?',
  'more.areas': 'Despre ce e întrebarea ta?',
  'more.about': 'Despre tine',
  'more.gender': 'Sunt',
  'more.residence': 'Actele mele',
  'more.addiction': 'Alcool sau droguri',
  'more.still-working': 'Faci acum muncă sexuală?',
  'still-working.yes': 'Da',
  'still-working.no': 'Nu',
  'more.tells-place': 'Spune echipei că sunt în comuna {place}',

  'stage.kept-here': 'Mesajul tău este încă pe telefon',
  'stage.kept-here.text': 'Se trimite imediat ce se poate. Lasă pagina deschisă.',
  'stage.working': 'O clipă, mesajul tău pleacă imediat',
  'stage.working.text': 'Telefonul tău face mai întâi un calcul. Așa nu intră roboți. Lasă pagina deschisă.',
  'stage.working.bar': 'Cât s-a făcut din calcul',
  'stage.with-team': 'Mesajul tău este la echipă',
  'stage.with-team.text': 'Nimeni din echipă nu a răspuns încă.',
  'stage.with-person': 'Vorbești cu {name}',
  'stage.with-someone': 'Cineva din echipă a preluat conversația ta',
  'stage.with-person.text': 'Rămâi în contact cu aceeași persoană.',
  'stage.took-over': '{name} continuă acum conversația ta',
  'stage.took-over-someone': 'Altcineva din echipă continuă acum conversația ta',
  'stage.took-over.text':
    'Conversația ta a trecut la altcineva. Ce ai scris rămâne aici. Poate că această persoană te întreabă din nou ceva ce ai spus deja.',
  'stage.expect': 'Răspuns așteptat {when}.',
  'stage.backup':
    'A durat mai mult decât s-a promis. Altcineva din echipă a fost anunțat: răspuns așteptat {when}.',
  'stage.next': 'S-a promis un răspuns {when}, dar nu a venit. Mesajul tău este încă acolo.',
  'stage.late':
    'S-a promis un răspuns {when}. Echipa întârzie față de ce a promis; mesajul tău este încă acolo.',
  'stage.nobody-there':
    'Acum nu e nimeni din echipă. Poți scrie oricând: vezi apoi aici până când poți aștepta un răspuns.',
  'stage.about': 'Despre această conversație',
  'progress.kept-here': 'Încă pe telefonul tău',
  'progress.sent': 'Trimis',
  'progress.fetched': 'Preluat de echipă, poate încă necitit',
  'progress.answered': 'Cu răspuns',
  'progress.refused': 'Netrimis',
  'talk.title': 'Conversația ta',
  'talk.messages': 'Mesaje',
  'talk.you': 'Tu',
  'talk.person': 'Cineva din echipă',
  'talk.passed-on': 'Ai transmis asta echipei noi:',
  'talk.label': 'Scrie mai departe',
  'talk.unreadable.do': 'Poți scrie că nu s-a putut citi; atunci echipa îl trimite din nou.',
  'talk.asked-again':
    'A sosit un mesaj care nu se poate citi. Telefonul tău a cerut să fie trimis din nou. Nu trebuie să faci nimic.',
  'talk.team-gone': 'Această echipă nu mai este în listă.',
  'talk.team-gone.do':
    'De aceea nu mai poți trimite nimic aici. Ce este aici poți citi în continuare. Ce voiai să mai trimiți trece într-o conversație nouă.',
  'talk.team-paused': 'Această echipă nu participă pentru moment.',
  'talk.team-paused.do':
    'Poate că acum nu citește nimeni ce trimiți aici. Poți aștepta sau poți începe o conversație nouă cu altă echipă.',
  'plan.title': 'Planul meu',
  'care.title': 'Cum îți merge',
  'paper.open': 'Pe hârtie',
  'kept.title': 'Adrese pe care le-ai păstrat',
  'next.title': 'Poți merge la altă echipă',
  'next.go': 'Continuă cu această echipă',
  'next.stays':
    'Vezi mai întâi ce se trimite. Această conversație rămâne, iar un răspuns care mai vine îl vezi și tu.',
  'next.none': 'Acum nu e altă echipă la care să nu fi fost deja',
  'next.none.do':
    'Mesajul tău este încă acolo și un răspuns mai poate veni. Poți și să alegi din nou o echipă.',
  'next.write': 'Continui cu altă echipă',
  'next.write.do':
    'Asta ai scris echipei dinainte. Schimbă cum vrei: se trimite numai ce e mai jos. Echipa dinainte vede că mergi mai departe, nu și unde.',
  'next.stay': 'Înapoi la conversația ta',
  'next.settings': 'Dacă nu răspunde nimeni',
  'next.goes-on': 'Dacă o echipă nu răspunde la timp, telefonul meu poate merge singur mai departe.',
  'next.goes-on.hint': 'Ce ai scris ajunge atunci la echipa următoare, dacă pagina este deschisă.',
  'next.gone': 'Ai mers mai departe la altă echipă. Conversația dinainte este mai sus.',
  'next.gone.by-itself':
    'Telefonul tău a mers singur mai departe la altă echipă, cum ai spus. Conversația dinainte este mai sus.',
  'earlier.answered': 'Echipa dinainte a răspuns totuși',
  'earlier.answered.do': 'Poți citi mai jos și poți continua acolo, dacă preferi.',
  'earlier.go-on': 'Continuă acolo',
  'talk.earlier': 'Conversația dinainte',
  'talk.new': 'Începe o conversație nouă',

  'notice.clock': {
    one: 'Ceasul telefonului tău este cu {hours} oră {direction}. Această pagină folosește ora corectă.',
    few: 'Ceasul telefonului tău este cu {hours} ore {direction}. Această pagină folosește ora corectă.',
    other: 'Ceasul telefonului tău este cu {hours} de ore {direction}. Această pagină folosește ora corectă.',
  },
  'notice.clock.behind': 'în urmă',
  'notice.clock.ahead': 'înainte',
  'notice.memory-only':
    'Browserul tău nu păstrează nimic. Totul merge cât timp pagina este deschisă. Dacă o închizi, pierzi conversația.',

  'trouble.server-away': 'Nu ajungem acum la server.',
  'trouble.server-away.do': 'Ce ai scris este încă aici. Încercăm mereu din nou.',
  'trouble.server-busy': 'E foarte aglomerat acum.',
  'trouble.server-busy.do': 'Ce ai scris este încă aici. Încercăm din nou imediat.',
  'trouble.relay-away': 'Nu ajungem acum la intermediarul care îți ascunde adresa.',
  'trouble.relay-away.do':
    'Ce ai scris așteaptă aici. Nu trimitem niciodată pe lângă intermediar și încercăm mereu din nou.',
  'trouble.relay-refused': 'Ceva nu e în regulă acum cu drumul care îți ascunde adresa.',
  'trouble.relay-refused.do':
    'De aceea nu trimitem nimic. Ce ai scris este încă aici. Reîncarcă pagina mai târziu.',
  'trouble.clock-wrong': 'Ceasul telefonului tău nu este potrivit bine.',
  'trouble.clock-wrong.do': 'Pune data și ora pe automat și încearcă din nou. Textul tău rămâne.',
  'trouble.storage-full': 'Telefonul tău este plin.',
  'trouble.storage-full.do':
    'Șterge ceva mare și încearcă din nou. Textul tău este încă pe ecran; copiază-l, pentru orice eventualitate.',
  'trouble.storage-forbidden': 'Browserul tău nu ne lasă să păstrăm nimic.',
  'trouble.storage-forbidden.do':
    'Permite stocarea pentru această pagină sau deschide o fereastră obișnuită. Textul tău este încă pe ecran.',
  'trouble.seat-gone': 'Această conversație nu mai există pe server.',
  'trouble.seat-gone.do':
    'Ce vezi aici rămâne pe telefonul tău. Ce voiai să mai trimiți trece într-o conversație nouă.',
  'trouble.seat-moved': 'Această conversație continuă pe alt telefon.',
  'trouble.seat-moved.do':
    'Cineva a revenit acolo cu cele douăsprezece cuvinte ale tale. Ce vezi aici rămâne; nu mai vine nimic nou.',
  'trouble.nobody-on-duty': 'Acum nu e nimeni disponibil la echipa pe care ai ales-o.',
  'trouble.nobody-on-duty.do': 'Nu s-a trimis nimic. Mai jos este altă echipă; textul tău e pregătit.',
  'trouble.programme-changed':
    'Serverul spune că această conversație ține de altă echipă. Tu nu ai fost de acord cu asta.',
  'trouble.programme-changed.do':
    'De aceea nu se trimite nimic. Ce ai scris rămâne pe telefonul tău. Echipei alese îi poți scrie într-o conversație nouă.',
  'trouble.programme-gone': 'Echipa pe care ai ales-o nu mai participă.',
  'trouble.programme-gone.do': 'Nu s-a trimis nimic. Mai jos este altă echipă; textul tău e pregătit.',
  'trouble.card-needed': 'Echipa pe care ai ales-o primește acum numai mesaje cu cartonaș.',
  'trouble.card-needed.do': 'Nu s-a trimis nimic. Mai jos este altă echipă; textul tău e pregătit.',
  'trouble.team-not-trusted': 'Nu am putut verifica dacă echipa aleasă este reală.',
  'trouble.team-not-trusted.do': 'De aceea nu s-a trimis nimic. Alege altă echipă; textul tău e pregătit.',
  'trouble.directory-refused': 'Lista cu echipe nu este de încredere sau e prea veche.',
  'trouble.directory-refused.do': 'Nu s-a trimis nimic și textul tău rămâne. Încearcă din nou mai târziu.',
  'trouble.too-much-waiting': 'Multe mesaje așteaptă deja echipa.',
  'trouble.too-much-waiting.do': 'Mesajul tău nou rămâne aici și se trimite imediat ce se poate.',
  'trouble.message-refused': 'Acest mesaj nu se poate trimite așa.',
  'trouble.message-refused.do': 'Scurtează-l și încearcă din nou.',
  'trouble.not-admitted': 'Serverul nu a primit încă mesajul tău.',
  'trouble.not-admitted.do': 'Ce ai scris este încă aici. Încearcă din nou.',
  'trouble.key-refused': 'Nu am putut verifica dacă serverul nu te poate recunoaște.',
  'trouble.key-refused.do': 'De aceea nu s-a trimis nimic. Textul tău rămâne. Încearcă din nou mai târziu.',
  'trouble.not-set-up': 'Această pagină nu este încă gata.',
  'trouble.not-set-up.do': 'Nu s-a trimis nimic. Încearcă din nou mai târziu.',
  'trouble.unknown': 'S-a întâmplat ceva neașteptat.',
  'trouble.unknown.do': 'Textul tău rămâne. Reîncarcă pagina sau încearcă mai târziu.',
};

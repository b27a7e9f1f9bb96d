import type { Words } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

/** What is said of words on their way, of the twelve words and of erasing, in Romanian. */
export const laterRo: Words<keyof typeof laterNl> = {
  'way.sending': 'Telefonul tău îl trimite acum. Cu o conexiune lentă poate dura puțin.',
  'phrase.lead':
    'Cu douăsprezece cuvinte aduci înapoi această conversație pe alt telefon sau aici, dacă totul s-a șters. Le vezi o singură dată. Scrie-le pe hârtie sau învață-le pe de rost.',
  'phrase.lost': 'Ce s-a pierdut rămâne pierdut.',
  'phrase.lost.do': 'Nimeni nu poate găsi din nou cuvintele pentru tine, nici noi.',
  'phrase.found': 'Cine are cuvintele poate tot ce poți tu.',
  'phrase.found.do': 'Poate citi totul și poate scrie în locul tău. Nu le arăta nimănui.',
  'phrase.replaces': 'Ai deja douăsprezece cuvinte. Dacă faci altele noi, cele vechi nu mai merg.',
  'phrase.lists':
    'Aceste cuvinte există numai în engleză și neerlandeză, încă nu în română. Pe care le vrei?',
  'phrase.show': 'Arată cele douăsprezece cuvinte',
  'phrase.words': 'Cele douăsprezece cuvinte ale tale',
  'phrase.write-down': 'Scrie-le, în această ordine. După aceea nu le mai vezi.',
  'phrase.written': 'Le-am scris',
  'phrase.check': 'Le ai corect?',
  'phrase.check.lead': 'Completează două dintre cuvintele tale. Abia atunci sunt valabile.',
  'phrase.word': 'Cuvântul {place}',
  'phrase.wrong': 'Nu sunt acestea. Uită-te pe hârtie sau vezi cuvintele încă o dată.',
  'phrase.confirm': 'Gata',
  'phrase.again': 'Arată cuvintele încă o dată',
  'phrase.working': 'O clipă…',
  'phrase.done': 'Poți reveni',
  'phrase.done.text':
    'De acum conversația ta ajunge, criptată, și pe server. Numai cele douăsprezece cuvinte ale tale o deschid.',
  'phrase.done.soon':
    'Cuvintele tale sunt valabile. Imediat ce există conexiune, conversația ta ajunge, criptată, pe server. Lasă pagina deschisă până atunci.',
  'phrase.to-talk': 'La conversația ta',
  'return.title': 'Ne bucurăm că revii',
  'return.lead': 'Scrie sau lipește cele douăsprezece cuvinte. Literele mari și liniuțele nu contează.',
  'return.label': 'Cele douăsprezece cuvinte',
  'return.use': 'Adu înapoi conversația mea',
  'return.unknown': '„{word}” nu este un cuvânt din lista noastră. Uită-te din nou la el.',
  'return.count': {
    one: 'Aici este {count}. Trebuie să fie douăsprezece.',
    few: 'Aici sunt {count}. Trebuie să fie douăsprezece.',
    other: 'Aici sunt {count}. Trebuie să fie douăsprezece.',
  },
  'return.mistaken': 'Unul dintre cuvinte sau ordinea lor nu e bună. Uită-te din nou la ele.',
  'return.nothing': 'Cu aceste cuvinte nu găsim nicio conversație.',
  'return.nothing.do': 'Poate sunt cuvinte vechi sau conversația e prea veche. Poți începe oricând una nouă.',
  'return.working': 'Căutăm conversația ta. Poate dura puțin; lasă pagina deschisă.',
  'return.cuts-off': 'Dacă această conversație este încă pe alt telefon, acolo se oprește.',
  'erase.what': 'Ce vrei să ștergi?',
  'erase.one': 'Numai această conversație',
  'erase.all': 'Totul',
  'erase.at-once': 'Acestea dispar imediat',
  'erase.at-once.one':
    'Toată conversația: de pe acest telefon și de pe server. Nici cele douăsprezece cuvinte nu o mai aduc înapoi.',
  'erase.at-once.all':
    'Toate conversațiile tale: de pe acest telefon și de pe server. Și ce mai păstrează acest telefon: ce scriai acum și ce face să meargă cele douăsprezece cuvinte.',
  'erase.others': 'Asta se întâmplă la echipă',
  'erase.others.text':
    'Programul lor șterge singur conversația, imediat ce este deschis. Un calculator oprit timp de 35 de zile nu mai află.',
  'erase.not-promised': 'Asta nu putem promite',
  'erase.not-promised.copy': 'Cine a citit conversația poate să fi copiat sau fotografiat ceva.',
  'erase.not-promised.backup':
    'Copiile de rezervă ale serverului dispar după 7 zile. În ele nu se poate citi nimic.',
  'erase.go-on': 'Mai departe',
  'erase.sure': 'Asta nu se mai poate schimba',
  'erase.sure.one': 'După aceea conversația nu mai este. Poți începe oricând una nouă.',
  'erase.sure.all': 'După aceea nu mai este nimic. Poți începe oricând o conversație nouă.',
  'erase.now.one': 'Șterge acum această conversație',
  'erase.now.all': 'Șterge acum totul',
  'erase.keep': 'Înapoi, nu șterge nimic',
  'erase.done': 'S-a șters',
  'erase.done.text': 'Nu mai este pe acest telefon și nici pe server.',
  'erase.done.here': 'Nu mai este pe acest telefon.',
  'erase.done.team': 'Echipa află că s-a șters și nimic altceva.',
  'erase.done.waits':
    'Aici nu mai este. Cererea către server pleacă imediat ce există conexiune. Lasă pagina deschisă până atunci sau deschide-o din nou mai târziu.',
  'erase.moved': 'O conversație continuă pe alt telefon. Acolo nu s-a șters.',
  'erase.leave': 'Gata',
};

import { handoverPl } from '../../shared/model/handover-words-pl.js';
import type { Words } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

/** What the phone's page says of another team that is proposed, in Polish. */
export const leadPl: Words<keyof typeof leadNl> = {
  ...handoverPl,
  'lead.team.in': 'zespół ({place})',
  'lead.team.national': 'zespół na cały kraj',
  'lead.team.other': 'inny zespół',
  'lead.proposed': '{name} proponuje inny zespół',
  'lead.proposed-someone': 'Twój zespół proponuje inny zespół',
  'lead.in': 'Zespół: {place}',
  'lead.national': 'Zespół na cały kraj',
  'lead.other': 'Inny zespół',
  'lead.reason.covers': 'działa w gminie, o którą chodzi',
  'lead.reason.near': 'w pobliżu',
  'lead.reason.national': 'dla wszystkich, gdziekolwiek jesteś',
  'lead.reason.open': 'w chwili propozycji był czynny',
  'lead.reason.waiting-list': 'ma listę oczekujących',
  'lead.reason.unknown': 'nie wiadomo, czy są miejsca',
  'lead.reason.not-taking': 'teraz nie przyjmuje nowych pytań',
  'lead.reason.speaks': 'mówi w języku, który podajesz',
  'lead.who': 'Kto to jest?',
  'lead.speaks': 'Języki: {languages}.',
  'lead.means': 'Jeśli się zgodzisz',
  'lead.means.reads': 'Od tej chwili ktoś z tamtego zespołu może tu czytać i pisać.',
  'lead.means.before': 'Tego, co już tu jest, nie przeczytają. Wybierasz, co jeszcze chcesz przekazać.',
  'lead.means.stays':
    'Twój własny zespół najpierw zostaje. Potem rozmowa może przejść w całości; wtedy czyta tam też druga osoba.',
  'lead.means.back': 'Dopóki nie przeszła, możesz to cofnąć. Wtedy nie przeczytają już nic nowego.',
  'lead.yes': 'Niech dołączą',
  'lead.no': 'Raczej nie',
  'lead.no.hint':
    'Raczej nie? Wtedy tamten zespół niczego się o tobie nie dowie i wszystko zostaje bez zmian.',
  'lead.working': 'Chwileczkę…',

  'lead.consented': 'Teraz odpowie {team}',
  'lead.consented.by':
    'Od teraz czytają razem z twoim zespołem. Powiedzą, czy mogą iść z tobą dalej: {when}.',
  'lead.consented.text':
    'Od teraz czytają razem z twoim zespołem i powiedzą jeszcze, czy mogą iść z tobą dalej.',
  'lead.accepted': 'Są tu teraz dwa zespoły',
  'lead.accepted.text': 'Czyta twój własny zespół i {team}. Kiedy rozmowa przejdzie, ustalacie razem.',
  'lead.choices': 'Co możesz zrobić',
  'lead.pass-on': 'Przekaż coś',
  'lead.take-back': 'Cofnij to',
  'lead.stay': 'Zostań ze swoim zespołem',
  'lead.sure': 'Wtedy odchodzi {team}. To, co już przeczytali, mogą pamiętać.',
  'lead.sure.yes': 'Tak, zrób to',
  'lead.sure.no': 'Nie, niech tak zostanie',

  'lead.handed-over': 'Twoją rozmowę prowadzi teraz {team}',
  'lead.handed-over.text': 'Pierwszy zespół nie czyta już nic nowego. To, co tu jest, zostaje tutaj.',
  'lead.stays': 'Zostajesz ze swoim zespołem',
  'lead.stays.text': 'Tamtego zespołu już tu nie ma. Twoja rozmowa po prostu trwa dalej.',
  'lead.refused': 'Twój wybór: raczej nie',
  'lead.refused.text':
    'W porządku. Tamten zespół niczego się o tobie nie dowie. Twoja rozmowa po prostu trwa dalej.',
  'lead.full': 'Tamten zespół nie ma teraz miejsca',
  'lead.full.text': 'To niczyja wina. Już ich tu nie ma. Ze swoim zespołem możesz szukać dalej.',
  'lead.does-not-fit': 'Tamten zespół nie może tego dla ciebie zrobić',
  'lead.does-not-fit.text':
    'To niczyja wina: nie każdy zespół jest od każdego pytania. Już ich tu nie ma. Ze swoim zespołem możesz szukać dalej.',
  'lead.no-answer': 'Tamten zespół nie odpowiedział na czas',
  'lead.no-answer.text': 'To nie z twojego powodu. Już ich tu nie ma. Ze swoim zespołem możesz szukać dalej.',
  'lead.withdrawn': 'Ta propozycja jest nieaktualna',
  'lead.withdrawn.text': 'Tamtego zespołu tu nie ma. Twoja rozmowa z własnym zespołem po prostu trwa dalej.',
  'lead.close': 'Zamknij tę informację',

  'lead.failed.away': 'Jeszcze się nie udało: nie możemy połączyć się z serwerem. Spróbuj za chwilę.',
  'lead.failed.nobody':
    'W tamtym zespole nikt nie jest teraz dostępny. Nic się nie zmieniło. Spróbuj później.',
  'lead.failed.not-trusted':
    'Nie możemy sprawdzić, czy tamten zespół jest prawdziwy. Dlatego nic się nie zmieniło.',
  'lead.failed.gone': 'Tamten zespół nie bierze teraz udziału. Nic się nie zmieniło.',
  'lead.failed.too-long': 'To za dużo na jedną kartę. Usuń coś.',
  'lead.failed.unknown': 'Nie udało się. Nic się nie zmieniło. Spróbuj później.',

  'pass.title': 'Co chcesz przekazać?',
  'pass.lead':
    'Nowy zespół nie czyta niczego z przeszłości. To, co tu wybierzesz, trafi na kartę, którą zobaczą. Nic nie jest obowiązkowe.',
  'pass.others':
    'Kartę widzą wszyscy, którzy są teraz w twojej rozmowie, także twój pierwszy zespół, jeśli jeszcze w niej jest.',
  'pass.words': 'Własnymi słowami',
  'pass.words.hint': 'Na przykład to, czego nie chcesz tłumaczyć jeszcze raz.',
  'pass.messages': 'Z twojej rozmowy',
  'pass.messages.hint': 'Własne wiadomości możesz jeszcze zmienić.',
  'pass.earlier': 'Pokaż wcześniejsze wiadomości',
  'pass.changed': 'Przejdzie w tej postaci',
  'pass.facts': 'To, co już o sobie mówisz',
  'pass.plan': 'Twój plan',
  'pass.plan.whole': 'Mój cały plan',
  'pass.plan.hint': 'Nowy zespół zobaczy go takim, jaki jest teraz, i będzie mógł w nim pisać.',
  'pass.look': 'Zobacz kartę',
  'pass.empty': 'Najpierw coś wybierz albo coś napisz.',
  'pass.too-many': {
    one: 'Na karcie mieści się {count} wiadomość. Usuń kilka.',
    few: 'Na karcie mieszczą się {count} wiadomości. Usuń kilka.',
    many: 'Na karcie mieści się {count} wiadomości. Usuń kilka.',
    other: 'Na karcie mieści się {count} wiadomości. Usuń kilka.',
  },
  'pass.too-long': {
    one: 'To za długie. Skróć o {count} znak.',
    few: 'To za długie. Skróć o {count} znaki.',
    many: 'To za długie. Skróć o {count} znaków.',
    other: 'To za długie. Skróć o {count} znaku.',
  },
  'pass.seen': 'Tak zobaczy to nowy zespół',
  'pass.seen.text': 'Przejdzie to i nic więcej.',
  'pass.seen.plan': 'Twój plan, tak jak go zobaczą',
  'pass.send': 'Wyślij kartę',
  'pass.change': 'Zmień coś',
  'pass.gone': 'Nie ma teraz nikogo z nowego zespołu, komu można coś przekazać.',
};

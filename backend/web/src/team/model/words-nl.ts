import { sharedNl } from '../../shared/model/words-nl.js';

/** What the team's page says, in Dutch. */
export const nl = {
  ...sharedNl,
  'page.name': 'Team',

  'join.title': 'Welkom bij het team',
  'join.lead':
    'Met een uitnodiging wordt dit apparaat van jou. Je hebt geen wachtwoord nodig: de sleutel blijft in deze browser.',
  'join.code': 'Uitnodiging',
  'join.code.hint': 'Begint met inv_ en werkt één keer, 72 uur lang.',
  'join.code.wrong': 'Dit is geen uitnodiging. Kijk of je alle tekens hebt.',
  'join.name': 'Hoe wil je heten?',
  'join.name.hint': 'Wie je helpt ziet deze naam, de server niet. Een voornaam of schuilnaam is genoeg.',
  'join.name.missing': 'Vul een naam in. Die mag je zelf kiezen.',
  'join.accept': 'Doe mee',
  'join.working': 'Bezig. Dit duurt een paar tellen…',
  'join.waits':
    'Je coördinator moet dit apparaat nog goedkeuren. Laat de pagina open; het gaat vanzelf verder.',

  'duty.label': 'Jouw dienst',
  'duty.primary': 'Ik heb dienst',
  'duty.backup': 'Ik ben achtervang',
  'duty.off': 'Ik heb nu vrij',
  'connection.begins': 'Verbinden…',
  'connection.live': 'Verbonden',
  'connection.waits': 'Geen verbinding, we proberen het opnieuw',

  'queue.title': 'Gesprekken',
  'queue.empty': 'Er is nog geen gesprek. Nieuwe berichten komen hier vanzelf.',
  'queue.new': 'Nieuw',
  'queue.mine': 'Van mij',
  'queue.colleagues': 'Van collega’s',
  'queue.closed': 'Afgesloten',
  'queue.urgent': 'Haast',
  'queue.answered': 'Wacht op bezoeker',
  'queue.unreadable': 'Niet leesbaar',
  'queue.no-words': 'Nog geen leesbaar bericht',
  'queue.open': '{count} nieuw',
  'waiting.now': 'Net binnen',
  'waiting.minutes': 'Wacht {count} min',
  'waiting.hours': 'Wacht {count} uur',
  'waiting.day': 'Wacht 1 dag',
  'waiting.days': 'Wacht {count} dagen',
  promise: 'Beloofd: {when}',
  'promise.late': 'Te laat: beloofd {when}',

  'talk.none': 'Kies links een gesprek.',
  'talk.title': 'Gesprek',
  'talk.back': 'Alle gesprekken',
  'talk.messages': 'Berichten',
  'talk.new': 'Niemand heeft dit gesprek nog. Wie het neemt, is het vaste contact.',
  'talk.claim': 'Ik neem dit gesprek',
  'talk.mine': 'Jij bent het vaste contact.',
  'talk.colleague': '{name} is het vaste contact. Je kunt meelezen.',
  'talk.some-colleague': 'Een collega is het vaste contact. Je kunt meelezen.',
  'talk.closed': 'Je zit niet meer in dit gesprek. Wat je las, staat hier nog.',
  'talk.unreadable':
    'Dit apparaat kan dit gesprek niet meer lezen. De telefoon van de bezoeker herstelt dat zodra de pagina daar weer opengaat.',
  'talk.label': 'Antwoord',
  'talk.send': 'Verstuur',
  'talk.send.hint': 'Ctrl + Enter verstuurt.',
  'talk.too-long': 'Te lang voor één bericht. Haal er {count} tekens af.',
  'talk.told': 'Erbij verteld',
  'who.you': 'Jij',
  'who.seeker': 'Bezoeker',
  'who.colleague': 'Een collega',
  'message.unreadable.do': 'Vraag om het nog eens te schrijven.',
  'message.asked-again':
    'Een bericht kwam onleesbaar aan. Er is gevraagd om het opnieuw te sturen; dat gebeurt zodra de pagina daar weer opengaat.',
  'progress.kept-here': 'Nog op dit apparaat',
  'progress.sent': 'Verstuurd',
  'progress.fetched': 'Opgehaald',
  'progress.refused': 'Niet verstuurd',
  'told.language': 'Taal: {what}',
  'told.areas': 'Gaat over: {what}',
  'told.place': 'Gemeente: {what}',
  'told.gender': 'Wie: {what}',
  'told.residence': 'Papieren: {what}',
  'told.addiction': 'Alcohol of drugs: {what}',

  'notice.memory-only':
    'Deze browser bewaart niets. Sluit je de pagina, dan ben je je sleutel en je gesprekken kwijt. Gebruik een gewoon venster.',
  'trouble.server-away':
    'De server is nu niet bereikbaar. Wat je schreef staat hier nog; we proberen het steeds opnieuw.',
  'trouble.server-busy': 'Het is erg druk. Wat je schreef staat hier nog; we proberen het zo weer.',
  'trouble.clock-wrong':
    'De klok van dit apparaat staat verkeerd. Zet datum en tijd op automatisch en probeer opnieuw.',
  'trouble.storage-full':
    'Dit apparaat is vol. Maak ruimte en probeer opnieuw; kopieer eerst wat je schreef.',
  'trouble.storage-forbidden':
    'De browser laat ons niets bewaren. Sta opslag toe voor deze pagina, of gebruik een gewoon venster.',
  'trouble.seat-gone':
    'Dit apparaat hoort niet meer bij het team. Vraag je coördinator om een nieuwe uitnodiging.',
  'trouble.team-not-trusted':
    'De goedkeuring van dit apparaat klopt niet. Vraag je coördinator om een nieuwe uitnodiging.',
  'trouble.directory-refused':
    'De lijst met teams is niet te vertrouwen of te oud. Meld dit aan de beheerder; er is niets verstuurd.',
  'trouble.too-much-waiting':
    'Er wacht al veel op de telefoon van de bezoeker. Je bericht blijft hier en wordt verstuurd zodra het kan.',
  'trouble.message-refused': 'Dit bericht kan zo niet worden verstuurd. Maak het korter en probeer opnieuw.',
  'trouble.invitation-invalid': 'Deze uitnodiging is onbekend, gebruikt of verlopen. Vraag een nieuwe.',
  'trouble.already-claimed': 'Een collega was je net voor.',
  'trouble.not-set-up': 'Deze server is nog niet klaar voor gebruik. Meld dit aan de beheerder.',
  'trouble.unknown':
    'Er ging iets mis dat we niet verwachtten. Wat je schreef staat er nog; laad de pagina opnieuw.',
} as const;

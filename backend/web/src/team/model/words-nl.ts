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

  'passkey.with': 'Met een passkey',
  'passkey.hint':
    'Je browser vraagt om een passkey: je vinger, je gezicht, een code of een sleutel. Die blijft bij jou. Daarmee laat je elke twaalf uur zien dat jij het bent, en vind je je gesprekken terug als deze browser leeg is.',
  'passkey.impossible':
    'Op dit adres kan je browser geen passkey maken. Wordt deze browser leeggemaakt, dan heb je een nieuwe uitnodiging nodig.',
  'passkey.return': 'Kom terug met je passkey',
  'passkey.sign-in': 'Meld je aan met je passkey',

  'words.title': 'Twaalf woorden om terug te komen',
  'words.lead':
    'Je passkey kan je gesprekken niet bewaren. Met twaalf woorden vind je ze terug als deze browser leeg is. Kwijt is kwijt: niemand kan ze voor je terugvinden.',
  'words.show': 'Toon mijn twaalf woorden',
  'words.write-down': 'Schrijf ze op, in deze volgorde. Hierna zie je ze niet meer.',
  'words.written': 'Ik heb ze opgeschreven',
  'words.word': 'Woord {place}',
  'words.wrong': 'Dat zijn ze niet. Kijk op je papier, of bekijk de woorden nog eens.',
  'words.confirm': 'Klaar',
  'words.again': 'Toon de woorden nog eens',
  'words.yours': 'Je twaalf woorden',

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
  'queue.for-us': 'Van mij, wacht op ons',
  'queue.for-them': 'Van mij, wacht op de bezoeker',
  'queue.colleagues': 'Van collega’s',
  'queue.closed': 'Afgesloten',
  'queue.urgent': 'Haast',
  'queue.answered': 'Wacht op bezoeker',
  'queue.unreadable': 'Niet leesbaar op dit apparaat',
  'queue.unattended': 'Niemand die er nu is kan dit lezen',
  'queue.away': 'Het vaste contact heeft nu geen dienst',
  'queue.waits': 'Wacht op antwoord',
  'queue.over': 'Afgesloten gesprek',
  'queue.hidden': 'Woorden verborgen',
  'queue.cleared':
    'Vijf minuten raakte niemand dit scherm aan. Daarom staan er geen woorden van bezoekers meer. Raak iets aan om verder te gaan.',
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
  'talk.unattended':
    'Niemand die er nu is kan dit gesprek lezen. De telefoon van de bezoeker herstelt dat zodra de pagina daar weer opengaat. Tot dan kan niemand antwoorden.',
  'talk.away': '{name} is het vaste contact en heeft nu geen dienst. Jij kunt antwoorden.',
  'talk.some-away': 'Een collega is het vaste contact en heeft nu geen dienst. Jij kunt antwoorden.',
  'talk.hand-over': 'Draag over',

  'hand.title': 'Aan wie draag je dit gesprek over?',
  'hand.what':
    'De bezoeker ziet dat iemand anders verdergaat. Wie er nieuw bij komt, leest alleen wat er vanaf nu geschreven wordt.',
  'hand.unnamed': 'Een collega (apparaat {code})',
  'hand.primary': 'heeft dienst',
  'hand.backup': 'is achtervang',
  'hand.off': 'heeft nu vrij',
  'hand.reads': 'leest al mee',
  'hand.new': 'komt er nieuw bij',
  'hand.leave': 'Haal mij daarna uit dit gesprek.',
  'hand.leave.hint': 'Anders blijf je achtervang en lees je mee.',
  'hand.nobody':
    'Er is nu geen collega aan wie je dit kunt overdragen. Vraag je coördinator wie het kan nemen.',
  'hand.do': 'Draag dit gesprek over',
  'hand.no': 'Toch niet',
  'hand.left': 'Het gesprek is overgedragen, en jij gaat eruit.',
  'hand.trouble.away': 'Deze collega is nu niet te bereiken. Kies iemand anders; het gesprek is nog bij jou.',
  'hand.trouble.full': 'Er kan niemand meer bij. Kies iemand die al meeleest; het gesprek is nog bij jou.',
  'hand.trouble.refused':
    'De goedkeuring van dat apparaat klopt niet. Kies iemand anders, en vertel het je coördinator.',
  'hand.trouble.not-yours': 'Iemand anders heeft dit gesprek intussen.',

  'pause.do': 'Pauze',
  'pause.resume': 'Ik ben terug',
  'pause.title': 'Je hebt pauze',
  'pause.back': 'Je bent terug',
  'pause.working': 'Je gesprekken gaan naar je collega’s…',
  'pause.none': 'Nieuwe gesprekken gaan naar je collega’s.',
  'pause.all-went': 'Al je gesprekken zijn bij een collega. Nieuwe gaan ook naar je collega’s.',
  'pause.left':
    'Deze gesprekken zijn nog bij jou: er doet geen collega aan mee die dienst heeft. Draag ze over voor je gaat. Komt er iemand, dan gaan ze vanzelf.',
  'pause.left.list': 'Nog bij jou',
  'pause.went': 'Naar een collega gegaan: {count}',
  'pause.went.list': 'Naar een collega gegaan',
  'pause.case': 'Gesprek',
  'pause.read': 'Gelezen',

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

  'areas.label': 'Onderdelen',
  'areas.queue': 'Gesprekken',
  'areas.cards': 'Kaartjes',
  'cards.title': 'Kaartjes',
  'cards.make': 'Kaartjes maken',
  'cards.what':
    'Met een kaartje komt iemand meteen bij jullie uit en hoeft haar telefoon geen rekensom te maken. Een kaartje zegt niet wie het kreeg.',
  'cards.count': 'Hoeveel kaartjes',
  'cards.count.wrong': 'Maak er 1 tot {most} tegelijk.',
  'cards.uses': 'Hoe vaak elk telt',
  'cards.uses.wrong': 'Een kaartje telt 1 tot {most} keer.',
  'cards.until': 'Geldig tot en met',
  'cards.until.wrong': 'Kies een dag vanaf vandaag, hooguit {days} dagen vooruit.',
  'cards.label': 'Waar zijn ze voor?',
  'cards.label.hint':
    'Alleen voor dit apparaat, versleuteld. Bijvoorbeeld een plek en een maand, nooit een persoon.',
  'cards.once':
    'De woorden bestaan alleen op dit apparaat, tot je het vel sluit. Druk het meteen af; niemand kan ze later nog laten zien.',
  'cards.make.do': 'Maak de kaartjes',
  'cards.handed-out': 'Gemaakt',
  'cards.none': 'Er zijn nog geen kaartjes.',
  'cards.counted':
    'Van al jullie kaartjes samen, per week, als die om is. Niet door wie, en niet met welk kaartje; minder dan vijf wordt niet uitgeteld.',
  'cards.elsewhere': 'Gemaakt op een ander apparaat',
  'cards.unnamed': 'Zonder naam',
  'cards.size': '{count} × een kaartje dat {uses} keer telt',
  'cards.left': 'Geldig tot en met {until}, nog {days} dagen',
  'cards.over': 'Verlopen op {until}',
  'cards.withdrawn': 'Ingetrokken',
  'cards.used': 'Vorige week gebruikt: {count}',
  'cards.used-little': 'Vorige week gebruikt: minder dan vijf',
  'cards.weeks': 'Gebruikt per week, de twaalf weken voor deze, vorige week als laatste: {counts}',
  'cards.withdraw': 'Trek in',
  'cards.withdraw.ask': 'Wie zo’n kaartje nog heeft, kan er dan niets meer mee. Dit kan niet terug.',
  'cards.withdraw.yes': 'Trek deze kaartjes in',
  'cards.withdraw.no': 'Toch niet',
  'sheet.title': 'Vel met kaartjes',
  'sheet.once': 'Deze woorden staan alleen hier. Sluit je dit vel of de pagina, dan zijn ze weg.',
  'sheet.print': 'Druk af',
  'sheet.close': 'Sluit het vel',
  'sheet.close.ask': 'Zijn de kaartjes afgedrukt? De woorden zijn hierna niet meer te zien.',
  'sheet.close.yes': 'Ja, sluit het vel',
  'sheet.close.no': 'Nog niet',
  'sheet.lead': 'Iemand om mee te praten. Anoniem.',
  'sheet.until': 'Geldig tot en met {until}',

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
  'trouble.passkey-needed': 'Laat even zien dat jij het bent. Dat is elke twaalf uur nodig.',
  'trouble.passkey-refused':
    'Je passkey is niet gebruikt, of hoort niet bij dit apparaat. Probeer het nog eens.',
  'trouble.passkey-missing':
    'Dit team werkt met passkeys. Open deze pagina in een browser die een passkey kan maken.',
  'trouble.phrase-needed':
    'Bij deze passkey horen twaalf woorden. Vul ze hieronder in, en kom dan terug met je passkey.',
  'trouble.nothing-kept':
    'Bij deze passkey is niets bewaard dat deze browser kan openen. Vraag je coördinator om een nieuwe uitnodiging.',
  'trouble.desk-elsewhere':
    'Je werkt ook in een andere browser. Ga daar verder, of sluit hem en laad deze pagina opnieuw. Er is niets kwijt.',
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
  'trouble.cards-full': 'Jullie hebben nu te veel kaartjes. Maak er minder, of wacht tot oude verlopen zijn.',
  'trouble.not-set-up': 'Deze server is nog niet klaar voor gebruik. Meld dit aan de beheerder.',
  'trouble.unknown':
    'Er ging iets mis dat we niet verwachtten. Wat je schreef staat er nog; laad de pagina opnieuw.',
} as const;

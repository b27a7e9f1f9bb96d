import { sharedNl } from '../../shared/model/words-nl.js';

/** What the phone's page says, in Dutch. */
export const nl = {
  ...sharedNl,
  'page.name': 'Notitie',
  back: 'Terug',
  leave: 'Snel weg',
  close: 'Sluiten',
  call: 'Bel {number}',
  'safe.open': 'Veilig hier',

  'welcome.title': 'Heb je een vraag?',
  'welcome.lead':
    'Hier schrijf je met iemand die met je meedenkt. Over werk, geld, wonen, gezondheid of wat dan ook.',
  'welcome.known.title': 'Wat we van je weten',
  'welcome.known.who': 'Niet wie je bent: we vragen geen naam, nummer of e-mailadres.',
  'welcome.known.words': 'Niet wat je schrijft: dat lezen alleen de mensen van het team dat jij kiest.',
  'welcome.known.traffic':
    'Wel dat er een bericht komt en van welk internetadres, maar dat adres bewaren we niet.',
  'welcome.known.relayed':
    'Wel dat er een bericht komt. Je internetadres zien we alleen als je deze pagina opent: berichten gaan via een tussenpost van een ander, die ze niet kan lezen.',
  'welcome.start': 'Schrijf een bericht',
  'welcome.card': 'Ik heb een kaartje',
  'welcome.return': 'Ik was hier eerder',
  'welcome.words': 'Over deze woorden',

  'phrase.title': 'Terugkomen met twaalf woorden',
  'phrase.none':
    'Raak je deze telefoon kwijt, dan ben je het gesprek kwijt. Met twaalf woorden kun je terugkomen.',
  'phrase.held':
    'Je hebt twaalf woorden om terug te komen. Ben je ze kwijt, of zag iemand ze? Maak dan nieuwe.',
  'phrase.make': 'Maak mijn twaalf woorden',
  'phrase.new': 'Maak nieuwe woorden',

  'moved.forget': 'Wis het op deze telefoon',
  'moved.return': 'Haal het hier terug',

  'erase.title': 'Wissen',
  'erase.about': 'Je kunt dit gesprek wissen, of alles. Dat kan altijd, ook zonder verbinding.',
  'erase.begin': 'Wis…',
  'erase.waits': 'Er is hier iets gewist. De opdracht voor de server gaat eruit zodra er verbinding is.',
  'talk.erase-forged':
    'Een computer van het team vroeg om alles te wissen. Dat kan alleen jij: er is niets gewist.',

  'card.title': 'Je kaartje',
  'card.lead': 'Op een kaartje staan acht woorden. Hoofdletters en streepjes maken niet uit.',
  'card.label': 'De acht woorden',
  'card.use': 'Gebruik het kaartje',
  'card.without': 'Ga verder zonder kaartje',
  'card.count': {
    one: 'Hier staat er {count}. Op een kaartje staan acht woorden.',
    other: 'Hier staan er {count}. Op een kaartje staan acht woorden.',
  },
  'card.unknown': '“{word}” staat op geen kaartje. Kijk dat woord nog eens na.',
  'card.meant': 'Bedoel je…',
  'card.invalid': 'Dit kaartje telt niet.',
  'card.invalid.do':
    'Misschien klopt een woord niet, of is het kaartje te oud. Kijk de woorden na, of ga verder zonder kaartje. Dat kan altijd.',
  'card.waits': 'Je opende een kaartje.',
  'card.waits.do': 'Je hebt hier al een gesprek. Daar kun je in verder.',
  'card.begin': 'Begin een nieuw gesprek met het kaartje',

  'here.title': 'Op deze telefoon: een code, of niets bewaren',
  'memory.title': 'Hoe deze pagina onthoudt',
  'memory.here':
    'Je berichten staan alleen in deze browser. Open later dezelfde pagina op dezelfde telefoon, dan ga je gewoon verder.',
  'memory.yes': 'Je browser heeft beloofd ze te bewaren.',
  'memory.unsure': 'Je browser kan ze wissen als je telefoon vol raakt.',
  'memory.never': 'Je browser bewaart hier niets. Sluit je de pagina, dan ben je het gesprek kwijt.',
  'memory.iphone':
    'Een iPhone of iPad kan alles wissen als je zeven dagen niet kijkt. Kom dus binnen een week terug.',
  'memory.others':
    'Wie je telefoon kan openen, kan ze lezen. Een privévenster vergeet alles bij het sluiten.',
  'memory.map': 'Plaatsen: GeoNames (CC BY 4.0, aangepast) en CBS.',

  'place.title': 'Waar ben je ongeveer?',
  'place.why':
    'Zo vinden we een team in de buurt. Zoeken gebeurt op je telefoon; dit gaat niet naar de server.',
  'place.label': 'Plaats of gemeente',
  'place.found': { one: '{count} plaats gevonden', other: '{count} plaatsen gevonden' },
  'place.none': 'Die plaats kennen we niet. Probeer een plaats in de buurt.',
  'place.meant': 'Die plaats kennen we niet. Bedoel je…',
  'place.in': 'gemeente {municipality}',
  'place.map': 'Kies op de kaart',
  'place.map.label': 'Kaart van Nederland. Je kunt ook hierboven een plaats typen.',
  'place.map.hint': 'Raak de kaart aan bij waar je bent.',
  'place.map.take': 'Kies {place}',
  'place.unsaid': 'Zeg ik liever niet',
  'place.failed': 'De lijst met plaatsen kwam niet binnen. Probeer opnieuw, of ga verder zonder plaats.',

  'write.title': 'Je bericht',
  'write.to': 'Dit gaat naar',
  'write.by-card': 'Het team van je kaartje. Je kunt ook een ander team kiezen.',
  'write.needs-card': 'Dit team neemt nu alleen berichten met een kaartje aan.',
  'write.needs-card.do': 'Heb je er geen, kies dan een ander team.',
  'write.passed-for-card':
    'Het team dat het best past neemt nu alleen berichten met een kaartje aan. Dit is het volgende.',
  'write.others': 'Kies een ander team',
  'write.more-teams': 'Toon meer teams',
  'write.who': 'Wie is dit?',
  'write.speaks': 'Talen: {languages}.',
  'write.not-for': 'Dit team kan je nu niet helpen met wat je aangaf. Kies een ander team.',
  'write.label': 'Wat wil je vragen of vertellen?',
  'write.hint': 'Een paar woorden is genoeg.',
  'write.send': 'Verstuur',
  'write.empty': 'Schrijf eerst een paar woorden.',
  'write.too-long': {
    one: 'Dit is te lang voor één bericht. Haal er {count} teken af.',
    other: 'Dit is te lang voor één bericht. Haal er {count} tekens af.',
  },
  'write.no-teams': 'De lijst met teams is er nog niet. Wat je schrijft blijft staan.',
  'write.change-place': 'Andere plaats',

  'team.in': 'Team in {place}',
  'team.national': 'Landelijk team',
  'reason.covers': 'werkt in {place}',
  'reason.near': 'ongeveer {kilometres} km van je vandaan',
  'reason.national': 'voor iedereen, waar je ook bent',
  'reason.open-now': 'nu open',
  'reason.opens': 'gaat {when} open',
  'reason.hours-unknown': 'openingstijden niet bekend',
  'reason.waiting-list': {
    one: 'wachtlijst van ongeveer {weeks} week',
    other: 'wachtlijst van ongeveer {weeks} weken',
  },
  'reason.availability-unknown': 'niet bekend of er plek is',
  'reason.not-taking': 'neemt nu geen nieuwe vragen aan',
  'reason.cards-only': 'nu alleen met een kaartje',
  'reason.speaks': 'spreekt {languages}',
  'answer.by': 'Antwoord verwacht: {when}',

  'more.title': 'Wil je er iets bij zeggen? Hoeft niet.',
  'more.note': 'Dit gaat alleen naar het team. Wat je leeg laat, sluit niets uit.',
  'more.urgent': 'Het heeft haast',
  'more.languages': 'In welke taal wil je praten?',
  'more.areas': 'Waar gaat je vraag over?',
  'more.about': 'Over jou',
  'more.gender': 'Ik ben',
  'more.residence': 'Mijn papieren',
  'more.addiction': 'Alcohol of drugs',
  'more.still-working': 'Doe je nu sekswerk?',
  'still-working.yes': 'Ja',
  'still-working.no': 'Nee',
  'more.tells-place': 'Vertel het team dat ik in de gemeente {place} ben',

  'stage.kept-here': 'Je bericht staat nog op je telefoon',
  'stage.kept-here.text': 'Het gaat weg zodra het kan. Laat deze pagina open.',
  'stage.working': 'Een ogenblik, je bericht gaat zo weg',
  'stage.working.text':
    'Je telefoon maakt eerst een rekensom. Zo komen er geen robots binnen. Laat deze pagina open.',
  'stage.working.bar': 'Hoe ver de rekensom is',
  'stage.with-team': 'Je bericht is bij het team',
  'stage.with-team.text': 'Nog niemand van het team heeft erop gereageerd.',
  'stage.with-person': 'Je praat met {name}',
  'stage.with-someone': 'Iemand van het team heeft je gesprek opgepakt',
  'stage.with-person.text': 'Je houdt contact met dezelfde persoon.',
  'stage.took-over': '{name} gaat nu verder met je gesprek',
  'stage.took-over-someone': 'Iemand anders van het team gaat nu verder met je gesprek',
  'stage.took-over.text':
    'Je gesprek is overgedragen. Wat je schreef blijft hier staan. Misschien vraagt deze persoon je nog eens wat je al vertelde.',
  'stage.expect': 'Verwacht antwoord {when}.',
  'stage.backup':
    'Het duurde langer dan beloofd. Een collega in het team is gewaarschuwd: verwacht antwoord {when}.',
  'stage.next': 'Antwoord was beloofd {when}, maar het kwam niet. Je bericht staat er nog.',
  'stage.late': 'Antwoord was beloofd {when}. Het team is later dan beloofd; je bericht staat er nog.',
  'stage.nobody-there':
    'Er is nu even niemand van het team. Schrijf gerust: dan zie je hier tot wanneer je op antwoord kunt rekenen.',
  'stage.about': 'Over dit gesprek',
  'progress.kept-here': 'Nog op je telefoon',
  'progress.sent': 'Verstuurd',
  'progress.fetched': 'Opgehaald door het team, misschien nog niet gelezen',
  'progress.answered': 'Beantwoord',
  'progress.refused': 'Niet verstuurd',
  'talk.title': 'Je gesprek',
  'talk.messages': 'Berichten',
  'talk.you': 'Jij',
  'talk.person': 'Iemand van het team',
  'talk.passed-on': 'Je gaf dit door aan het nieuwe team:',
  'talk.label': 'Schrijf verder',
  'talk.unreadable.do': 'Schrijf gerust dat je het niet kon lezen, dan kan het team het opnieuw sturen.',
  'talk.asked-again':
    'Een bericht kwam onleesbaar aan. Je telefoon heeft gevraagd om het opnieuw te sturen. Je hoeft niets te doen.',
  'talk.team-gone': 'Dit team staat niet meer in de lijst.',
  'talk.team-gone.do':
    'Daarom kun je hier niets meer sturen. Wat er staat, kun je nog lezen. Wat je nog wilde sturen, gaat mee naar een nieuw gesprek.',
  'talk.team-paused': 'Dit team doet nu even niet mee.',
  'talk.team-paused.do':
    'Misschien leest nu niemand wat je hier stuurt. Je kunt wachten, of een nieuw gesprek beginnen met een ander team.',
  'plan.title': 'Mijn plan',
  'care.title': 'Check-ins',
  'paper.open': 'Op papier',
  'kept.title': 'Adressen die je bewaarde',
  'next.title': 'Je kunt naar een ander team',
  'next.go': 'Ga verder bij dit team',
  'next.stays':
    'Je ziet eerst wat er meegaat. Dit gesprek blijft staan, en een antwoord dat nog komt zie je ook.',
  'next.none': 'Er is nu geen ander team waar je nog niet was',
  'next.none.do':
    'Je bericht staat er nog, en een antwoord kan nog komen. Je kunt ook zelf opnieuw een team kiezen.',
  'next.write': 'Je gaat verder bij een ander team',
  'next.write.do':
    'Dit schreef je aan het vorige team. Verander het zoals je wilt: alleen wat hieronder staat gaat mee. Het vorige team ziet dat je verdergaat, niet waarheen.',
  'next.stay': 'Terug naar je gesprek',
  'next.settings': 'Als er niemand antwoordt',
  'next.goes-on': 'Antwoordt een team niet op tijd? Dan mag mijn telefoon zelf verdergaan.',
  'next.goes-on.hint': 'Wat je schreef gaat dan naar het volgende team, als deze pagina open is.',
  'next.gone': 'Je bent verdergegaan bij een ander team. Je eerdere gesprek staat hierboven.',
  'next.gone.by-itself':
    'Je telefoon is zelf verdergegaan bij een ander team, zoals je had gezegd. Je eerdere gesprek staat hierboven.',
  'earlier.answered': 'Het eerdere team heeft toch geantwoord',
  'earlier.answered.do': 'Je kunt het hieronder lezen, en daar verdergaan als je dat liever wilt.',
  'earlier.go-on': 'Ga daar verder',
  'talk.earlier': 'Eerder gesprek',
  'talk.new': 'Begin een nieuw gesprek',

  'notice.clock': {
    one: 'De klok van je telefoon loopt {hours} uur {direction}. Deze pagina gebruikt de goede tijd.',
    other: 'De klok van je telefoon loopt {hours} uur {direction}. Deze pagina gebruikt de goede tijd.',
  },
  'notice.clock.behind': 'achter',
  'notice.clock.ahead': 'voor',
  'notice.memory-only':
    'Je browser bewaart niets. Alles werkt zolang deze pagina open is. Sluit je hem, dan ben je het gesprek kwijt.',

  'trouble.server-away': 'We kunnen de server nu niet bereiken.',
  'trouble.server-away.do': 'Wat je schreef staat hier nog. We proberen het steeds opnieuw.',
  'trouble.server-busy': 'Het is nu erg druk.',
  'trouble.server-busy.do': 'Wat je schreef staat hier nog. We proberen het zo weer.',
  'trouble.relay-away': 'De tussenpost die je adres verbergt is even niet bereikbaar.',
  'trouble.relay-away.do':
    'Wat je schreef wacht hier. We sturen het nooit buiten de tussenpost om, en proberen het steeds opnieuw.',
  'trouble.relay-refused': 'De weg die je adres verbergt klopt nu niet.',
  'trouble.relay-refused.do':
    'Daarom sturen we niets. Wat je schreef staat hier nog. Laad de pagina later opnieuw.',
  'trouble.clock-wrong': 'De klok van je telefoon staat verkeerd.',
  'trouble.clock-wrong.do': 'Zet datum en tijd op automatisch, en probeer opnieuw. Je tekst blijft staan.',
  'trouble.storage-full': 'Je telefoon is vol.',
  'trouble.storage-full.do':
    'Verwijder iets groots en probeer opnieuw. Je tekst staat nog in beeld; kopieer hem voor de zekerheid.',
  'trouble.storage-forbidden': 'Je browser laat ons niets bewaren.',
  'trouble.storage-forbidden.do':
    'Sta opslag voor deze pagina toe, of open een gewoon venster. Je tekst staat nog in beeld.',
  'trouble.seat-gone': 'Dit gesprek bestaat niet meer op de server.',
  'trouble.seat-gone.do':
    'Wat je hier ziet blijft op je telefoon. Wat je nog wilde sturen, gaat mee naar een nieuw gesprek.',
  'trouble.seat-moved': 'Dit gesprek gaat verder op een andere telefoon.',
  'trouble.seat-moved.do':
    'Daar is iemand teruggekomen met je twaalf woorden. Wat je hier ziet blijft staan; er komt niets nieuws bij.',
  'trouble.nobody-on-duty': 'Bij het team dat je koos is nu niemand bereikbaar.',
  'trouble.nobody-on-duty.do': 'Er is niets verstuurd. Hieronder staat een ander team; je tekst staat klaar.',
  'trouble.programme-changed':
    'De server zegt dat dit gesprek bij een ander team hoort. Daar heb jij niet mee ingestemd.',
  'trouble.programme-changed.do':
    'Daarom wordt er niets verstuurd. Wat je schreef blijft op je telefoon. Het team dat je koos kun je in een nieuw gesprek schrijven.',
  'trouble.programme-gone': 'Het team dat je koos doet niet meer mee.',
  'trouble.programme-gone.do': 'Er is niets verstuurd. Hieronder staat een ander team; je tekst staat klaar.',
  'trouble.card-needed': 'Het team dat je koos neemt nu alleen berichten met een kaartje aan.',
  'trouble.card-needed.do': 'Er is niets verstuurd. Hieronder staat een ander team; je tekst staat klaar.',
  'trouble.team-not-trusted': 'We konden niet nagaan of het team dat je koos echt is.',
  'trouble.team-not-trusted.do': 'Daarom is er niets verstuurd. Kies een ander team; je tekst staat klaar.',
  'trouble.directory-refused': 'De lijst met teams is niet te vertrouwen of te oud.',
  'trouble.directory-refused.do':
    'Er is niets verstuurd en je tekst blijft staan. Probeer het later opnieuw.',
  'trouble.too-much-waiting': 'Er wachten al veel berichten op het team.',
  'trouble.too-much-waiting.do': 'Je nieuwe bericht blijft hier en wordt verstuurd zodra het kan.',
  'trouble.message-refused': 'Dit bericht kan zo niet worden verstuurd.',
  'trouble.message-refused.do': 'Maak het korter en probeer opnieuw.',
  'trouble.not-admitted': 'De server nam je bericht nog niet aan.',
  'trouble.not-admitted.do': 'Wat je schreef staat hier nog. Probeer het opnieuw.',
  'trouble.key-refused': 'We konden niet nagaan of je voor de server onherkenbaar blijft.',
  'trouble.key-refused.do': 'Daarom is er niets verstuurd. Je tekst blijft staan. Probeer het later opnieuw.',
  'trouble.not-set-up': 'Deze pagina is nog niet klaar voor gebruik.',
  'trouble.not-set-up.do': 'Er is niets verstuurd. Probeer het later opnieuw.',
  'trouble.unknown': 'Er ging iets mis dat we niet verwachtten.',
  'trouble.unknown.do': 'Je tekst blijft staan. Laad de pagina opnieuw, of probeer het later.',
} as const;

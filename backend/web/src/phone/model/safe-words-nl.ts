/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in Dutch. */
export const safeNl = {
  'safe.title': 'Veilig hier',
  'safe.danger': 'In gevaar?',
  'safe.danger.say': 'Zeg waar je bent en wat er gebeurt. Kun je niet veel zeggen, noem dan eerst de plek.',
  'safe.danger.team':
    'Bel, en wacht niet op een antwoord hier. Het team weet niet waar je bent en kan niet naar je toe komen.',
  'safe.danger.trace': 'Het telefoontje staat daarna in de lijst met gesprekken van je telefoon.',
  'safe.country': 'In welk land ben je?',
  'safe.country.hint':
    'Staat je land er niet bij? Met een mobiel krijg je op 112 bijna overal hulpdiensten aan de lijn.',

  'urgent.title': 'Heeft het haast?',
  'urgent.does': 'Zet je er haast bij, dan staat je bericht bij het team bovenaan.',
  'urgent.not':
    'Er gaat geen alarm af. Buiten de uren van het team, en meestal ook ’s nachts, kijkt er niemand.',
  'urgent.no-sooner': 'Het team belooft daarmee niet dat het eerder antwoordt.',
  'urgent.by': 'Zoals het nu staat: antwoord verwacht {when}.',
  'urgent.late': 'Antwoord was beloofd {when}. Het team is later dan beloofd.',
  'urgent.nobody': 'Er is nu even niemand van het team.',
  'urgent.unknown': 'Wanneer er antwoord komt, is nu niet bekend.',
  'urgent.danger': 'In gevaar? Wacht daar niet op. Bel {number}.',
  'urgent.words': 'Het heeft haast.',
  'urgent.send': 'Stuur “Het heeft haast”',
  'urgent.send-typed': 'Stuur wat ik aan het schrijven was, met haast',

  'away.title': 'Snel weg',
  'away.how': 'Druk op “{button}”. Dat staat altijd bovenaan. Met een toetsenbord: twee keer kort op Escape.',
  'away.then':
    'Dan staat er meteen een recept in beeld. Met de knop terug kom je niet meer hier. Er gaat geen bericht naar wie dan ook.',
  'away.kept':
    'Wat je aan het schrijven was, staat er nog als je deze pagina weer opent. Open je hem vanaf je startscherm, sluit hem dan eerst helemaal af.',
  'away.not': 'In de geschiedenis van je browser blijft staan dat je op deze site was.',

  'hide.title': 'Je bezoek verbergen',
  'hide.lead': 'Zo haal je dit bezoek uit je browser, en zo laat het volgende niets achter.',
  'hide.shows': 'Wat de geschiedenis laat zien',
  'hide.shows.site': 'De naam van deze site ({site}) met “{name}” erbij, en hoe laat.',
  'hide.shows.recipe': 'Gebruikte je “{button}”: ook een pagina met een recept.',
  'hide.shows.never': 'Niet wat je schreef, en niet aan wie.',
  'hide.history-only': 'Wis alleen de geschiedenis',
  'hide.history-only.do':
    'Wis je ook cookies en sitegegevens, dan is je gesprek op deze telefoon weg. Met twaalf woorden haal je het terug; die maak je bij “Over dit gesprek”.',
  'hide.hers': 'Dit is jouw browser, denken we',
  'hide.this-visit': 'Dit bezoek weghalen',
  'hide.next-visit': 'Een volgend bezoek',
  'hide.chrome.delete':
    'Tik op ⋮ (op een iPhone op ⋯) en kies Geschiedenis. Zoek deze site op en tik op het kruisje of op Verwijderen.',
  'hide.chrome.private': 'Tik op ⋮ (op een iPhone op ⋯) en kies Nieuw incognitotabblad. Sluit dat na afloop.',
  'hide.chrome.account':
    'Ben je ingelogd bij Google, dan kan dit bezoek ook op je andere apparaten staan, en op myactivity.google.com.',
  'hide.safari.delete':
    'Open Bladwijzers en dan Geschiedenis, het klokje. Veeg over de regel met deze site en tik op Verwijder.',
  'hide.safari.private': 'Tik op de knop met tabbladen en kies Privé. Sluit het tabblad na afloop.',
  'hide.safari.account':
    'Staat Safari aan in iCloud, dan laten je andere Apple-apparaten dezelfde geschiedenis zien. Weghalen geldt dan overal.',
  'hide.samsung.delete':
    'Tik op ☰ en kies Geschiedenis. Houd de regel met deze site ingedrukt en tik op Verwijderen.',
  'hide.samsung.private': 'Tik op Tabbladen en zet de geheime modus aan. Sluit de tabbladen na afloop.',
  'hide.samsung.account':
    'Ben je ingelogd met een Samsung-account, dan kan de geschiedenis ook op je andere apparaten staan.',
  'hide.firefox.delete':
    'Tik op ⋮ of ☰ en kies Geschiedenis. Zoek deze site op en haal de regel weg: met het kruisje, of door te vegen.',
  'hide.firefox.private': 'Tik op het masker en open een privétabblad. Sluit het na afloop.',
  'hide.firefox.account':
    'Ben je ingelogd bij Firefox, dan kan de geschiedenis ook op je andere apparaten staan.',
  'hide.private-forgets':
    'Een privétabblad vergeet alles als je het sluit, ook je gesprek. Maak eerst twaalf woorden, dan kun je terugkomen.',
  'hide.stays': 'Wat er daarna nog te zien kan zijn',
  'hide.stays.search': 'Waarmee je deze site vond: een zoekopdracht, of een link in een appje.',
  'hide.stays.network':
    'De wifi of de provider ziet de naam van deze site, en niets van wat je leest of schrijft.',
  'hide.stays.phone': 'Een icoon op je startscherm, een papier dat je liet maken, een schermafdruk.',
  'hide.stays.notices':
    'Zette je hier ooit meldingen aan, dan staat deze site ook in de instellingen van je browser, bij meldingen.',
  'hide.stays.watched':
    'Kijkt er iemand mee op je telefoon, met een app of een gedeeld account? Dan helpt dit niet. Gebruik liever de telefoon van iemand die je vertrouwt.',

  'settings.title': 'Naam, icoon en meldingen',
  'settings.lead': 'Dit staat alleen op deze telefoon, en niet op slot: kies woorden die niets zeggen.',
  'settings.open': 'Naam, icoon en meldingen',
  'settings.not-kept': 'Je browser bewaart dit niet.',
  'look.title': 'Hoe deze pagina heet',
  'look.where':
    'Zo heet hij in je browser, en op je startscherm als je hem daar neerzet. Wie hem opent, ziet nog steeds waar hij voor is.',
  'look.again': 'Staat hij daar al? Haal hem daar weg, en zet hem er opnieuw neer.',
  'notice.title': 'Wat een melding zegt',
  'notice.about': 'Komt er een melding op je telefoon, dan staan er deze woorden, wat er ook gebeurd is.',
  'notice.reminder': 'Herinnering',
  'notice.order': 'Je bestelling is bijgewerkt',
  'notice.forecast': 'Het weer voor vandaag',
  'notice.own': 'Mijn eigen woorden',
  'notice.own.label': 'Je eigen woorden',
  'notice.own.hint': 'Eén regel, ten hoogste {count} tekens.',
  'notice.own.refused': 'Schrijf één regel van ten hoogste {count} tekens.',
  'notice.own.keep': 'Bewaar deze woorden',
  'notice.kept': 'Bewaard. Een melding zegt: “{words}”',
} as const;

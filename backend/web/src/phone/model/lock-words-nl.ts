/** What the phone's page says of what it keeps on the phone, and of the lock on it, in Dutch. */
export const lockNl = {
  'here.lead': 'Wat deze pagina op je telefoon bewaart, en wie erbij kan.',

  'lock.title': 'Een code',
  'lock.about':
    'Met een code gaat deze pagina op slot: na een minuut op de achtergrond, of zodra jij dat wilt. Wie dan kijkt, ziet een veld voor een code, en niets van je gesprek. De knop om weg te gaan heet dan “{button}”.',
  'lock.on': 'Er staat een code op deze pagina.',
  'lock.set': 'Kies een code',
  'lock.now': 'Nu op slot',
  'lock.change': 'Verander de code',
  'lock.drop': 'Haal de code eraf',
  'lock.dropped': 'De code is eraf.',
  'lock.saved': 'De code staat erop.',
  'lock.code': 'Je code',
  'lock.code.hint': 'Cijfers, of een paar woorden. Minstens {least} tekens.',
  'lock.code.again': 'Dezelfde code nog een keer',
  'lock.count': 'Lengte: {count}.',
  'lock.delay.minutes': 'Deze code houdt een computer een paar minuten tegen.',
  'lock.delay.hours': 'Deze code houdt een computer een paar uur tegen.',
  'lock.delay.days': 'Deze code houdt een computer dagen of weken tegen.',
  'lock.delay.years': 'Deze code houdt een computer jaren tegen.',
  'lock.save': 'Zet deze code erop',
  'lock.cancel': 'Toch niet',
  'lock.short': 'Neem minstens {least} tekens.',
  'lock.differs': 'De tweede keer staat er iets anders.',
  'lock.taken': 'Dat is je andere code. Kies er een die daar niet op lijkt.',
  'lock.working': 'Een ogenblik…',
  'lock.honest': 'Wat een code kan, en wat niet',
  'lock.honest.delay':
    'Een korte code houdt iemand alleen op. Wie je telefoon laat onderzoeken, kan een computer alle codes laten proberen. Hoe langer je code, hoe langer dat duurt.',
  'lock.honest.traces':
    'Een onderzoeker kan zien dat deze pagina hier gebruikt is. Een browser laat een tijd resten staan van wat hij wiste of overschreef. Resten van voor je een code koos, kan zo iemand misschien lezen.',
  'lock.honest.lost':
    'Ben je je code kwijt, dan kan niemand hem terugvinden, wij ook niet. Alleen met je twaalf woorden krijg je je gesprek dan terug.',

  'second.title': 'Een tweede code, die alles overschrijft',
  'second.about':
    'Voor als iemand je dwingt om de pagina te openen. Met deze code opent een gewone, lege lijst met de naam “{name}”, zonder een woord over waar de pagina voor is. Wat hier stond is dan overschreven, en je eerste code doet niets meer.',
  'second.back':
    'Wil je daarna weer hierheen? Kies bij het slot “{lost}” en wis alles. Dat kan een ander ook: die ziet dan waar de pagina voor is, net als wie het adres opzoekt.',
  'second.limits':
    'Bij het team staat je gesprek er nog. Zonder je twaalf woorden kun je er niet meer bij. Wie je telefoon al eerder had gekopieerd, heeft die kopie nog. Een onderzoeker kan resten vinden, en je eerste code proberen te raden.',
  'second.on': 'Er staat een tweede code op.',
  'second.set': 'Kies een tweede code',
  'second.change': 'Verander de tweede code',
  'second.drop': 'Haal de tweede code eraf',

  'nothing.title': 'Niets bewaren',
  'nothing.about':
    'Deze pagina haalt weg wat er op je telefoon staat, en bewaart niets meer. Alles werkt zolang de pagina open is. Daarna is het hier weg.',
  'nothing.phrase': 'Je gesprek komt daarna terug met je twaalf woorden, en alleen daarmee.',
  'nothing.no-phrase':
    'Je hebt nog geen twaalf woorden. Sluit je de pagina zonder die woorden, dan ben je je gesprek kwijt.',
  'nothing.next':
    'Ook deze keuze staat nergens. De volgende keer kies je dus opnieuw. Je browser kan nog wel onthouden dat je hier was.',
  'nothing.choose': 'Bewaar hier niets',
  'nothing.on': 'Deze pagina bewaart niets op deze telefoon. Sluit je hem, dan is alles hier weg.',
  'nothing.keep': 'Toch bewaren',
  'nothing.forbidden': 'Je browser laat deze pagina niets bewaren. Sluit je hem, dan is alles hier weg.',
  'nothing.make': 'Maak mijn twaalf woorden',

  'aside.title': 'Wat hier stond, was beschadigd',
  'aside.text':
    'We konden het niet openen, en hebben het apart gezet. Heb je twaalf woorden, dan haal je daarmee je gesprek terug.',
  'aside.return': 'Ik heb twaalf woorden',
  'aside.drop': 'Wis wat apart staat',

  'full.text':
    'Je kunt ook verder zonder te bewaren. Dan haalt deze pagina weg wat er op je telefoon staat, en is alles weg als je hem sluit.',
  'full.go-on': 'Ga verder zonder bewaren',

  'locked.title': 'Op slot',
  'locked.code': 'Code',
  'locked.open': 'Open',
  'locked.wrong': 'Dat is de code niet.',
  'locked.failed': 'Dat lukte niet. Probeer het nog eens.',
  'locked.lost': 'Code kwijt?',
  'locked.lost.text':
    'Niemand kan de code terugvinden. Je kunt wissen wat deze pagina hier bewaart, en opnieuw beginnen.',
  'locked.anew': 'Wis en begin opnieuw',
  'locked.sure': 'Ja, wis alles van deze pagina',
} as const;

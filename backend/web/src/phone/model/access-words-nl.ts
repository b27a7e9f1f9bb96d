/** What is said of who can use the page and who can't yet, in Dutch. */
export const accessNl = {
  'access.title': 'Toegankelijkheid',
  'access.lead':
    'Deze pagina is voor iedereen. Ook als je een schermlezer gebruikt, alleen een toetsenbord, of grote letters.',
  'access.far': 'Hoe ver we zijn',
  'access.far.goal':
    'We willen voldoen aan de norm WCAG 2.2, niveau AA. Een deel is nagekeken. Dat de pagina helemaal voldoet, kunnen we dus niet zeggen.',
  'access.checked': 'Wat is nagekeken',
  'access.checked.how': 'Dit doet een computer bij elke nieuwe versie, in de browser Chromium:',
  'access.checked.axe':
    'Elk scherm, in alle acht talen, met het programma axe. Dat vindt nu geen fouten. Zo’n programma ziet maar een deel van de problemen.',
  'access.checked.keyboard':
    'Een bericht sturen, een instelling veranderen, een code kiezen en openen, en snel weggaan: met alleen een toetsenbord.',
  'access.checked.colours': 'Of kleuren genoeg verschillen, licht en donker.',
  'access.checked.size': 'Of alles past op een klein scherm, en met letters die twee keer zo groot zijn.',
  'access.checked.motion': 'Of er niets beweegt als je dat in je telefoon hebt uitgezet.',
  'access.not': 'Wat nog niet goed is',
  'access.not.outside':
    'Niemand van buiten heeft de pagina getest. Ook heeft nog niemand met een beperking hem voor ons geprobeerd.',
  'access.not.readers':
    'Met een echte schermlezer, zoals TalkBack of VoiceOver, is nog niets geprobeerd. In Safari en Firefox ook niet.',
  'access.not.code':
    'Typ je een code, dan zegt een schermlezer misschien hardop wat je typt. Gebruik oortjes, of kies geen code waar iemand bij is.',
  'access.not.lock':
    'Met een code gaat de pagina na een minuut op de achtergrond op slot. Die minuut kun je niet langer maken. Wat je schreef blijft staan.',
  'access.not.escape': 'Twee keer kort op Escape sluit de pagina. Dat kun je niet uitzetten.',
  'access.not.paper':
    'Je plan op papier (pdf) is niet gemaakt voor een schermlezer. Thaise woorden zijn daar plaatjes.',
  'access.not.languages':
    'Wat teams over zichzelf vertellen, en de twaalf woorden, zijn er alleen in het Nederlands en het Engels.',
  'access.tell': 'Lukt er iets niet?',
  'access.tell.how':
    'Zet het in een bericht aan het team: op welk scherm het was, en wat je gebruikt. Je hoeft niet te zeggen wie je bent.',
  'access.tell.team': 'Vraag het team om het door te geven aan wie deze pagina maakt.',
  'access.tell.other': 'Lukt schrijven zelf niet? Iemand die je vertrouwt kan het voor je doen.',
  'access.on': 'Geschreven op {day}.',
} as const;

/** What the staff's part of the team's page says, in Dutch. */
export const staffNl = {
  'join.code.read':
    'Bel je coördinator en lees deze code voor. Zo weten jullie allebei dat dit echt jouw apparaat is.',
  'join.code.read.other':
    'Keurt een andere coördinator dit apparaat goed? Lees dan deze code voor. Zo weten jullie allebei dat dit echt jouw apparaat is.',
  'join.waits.key':
    'Je coördineert dit programma. Met de sleutel van jullie programma keur je dit apparaat zelf goed.',
  'join.code.label': 'Jouw code',

  'areas.staff': 'Medewerkers',
  'staff.title': 'Medewerkers',
  'staff.key.title': 'De sleutel van jullie programma',
  'staff.key.what':
    'Kies het sleutelbestand dat je van de beheerder kreeg. Daarmee keur je apparaten goed, sluit je ze af en lees je waar de kaartjes van collega’s voor zijn. De sleutel blijft op dit apparaat en wordt nooit verstuurd.',
  'staff.key.file': 'Sleutelbestand',
  'staff.key.foreign':
    'Dit is niet de sleutel van jullie programma. Er is niets veranderd. Vraag de beheerder om het juiste bestand.',
  'staff.invite': 'Iemand uitnodigen',
  'staff.invite.role': 'Wat gaat zij of hij doen?',
  'staff.role.worker': 'Medewerker',
  'staff.role.coordinator': 'Coördinator',
  'staff.invite.do': 'Maak een uitnodiging',
  'staff.invited.title': 'Geef deze uitnodiging door',
  'staff.invited.once': 'Ze werkt één keer, tot {when}. Je ziet haar alleen nu.',
  'staff.invited.text': 'Uitnodiging',
  'staff.invited.link': 'Of als link',
  'staff.invited.done': 'Doorgegeven',
  'staff.waiting': 'Wacht op jouw goedkeuring',
  'staff.waiting.what':
    'Bel de nieuwe collega of loop langs, en laat de code van haar of zijn scherm voorlezen. Klopt er iets niet, sluit dat apparaat dan af en maak een nieuwe uitnodiging.',
  'staff.code.ask': 'Hoor je deze code?',
  'staff.code.yes': 'Ja, keur goed',
  'staff.need-key': 'Kies eerst de sleutel van jullie programma.',
  'staff.people': 'Het team',
  'staff.this-device': 'dit apparaat',
  'staff.until': 'Goedgekeurd tot {day}',
  'staff.unsigned': 'Niet goedgekeurd',
  'staff.stock': 'Ruimte voor {count} nieuwe gesprekken',
  'staff.cut-off': 'Sluit af',
  'staff.cut-off.ask':
    'Dit apparaat kan dan meteen niets meer lezen of versturen, en dat blijft zo. De collega kun je daarna opnieuw uitnodigen.',
  'staff.cases': 'Naar wie gaan de gesprekken?',
  'staff.cases.nobody': 'Dat kies ik later',
  'staff.cut-off.yes': 'Ja, sluit dit apparaat af',
  'staff.give': 'Gesprekken doorgeven',
  'staff.give.yes': 'Geef ze door',
  'staff.no': 'Liever niet',
  'staff.gone': 'Afgesloten',
  'staff.invite-anew': 'Nodig opnieuw uit',
  'staff.gave': 'Doorgegeven gesprekken: {count}',
  'staff.gave.unattended':
    'In {count} daarvan is niemand van het team over. De telefoon van de bezoeker herstelt dat zodra de pagina daar weer open is.',
  'staff.trouble.has-device': 'Deze collega heeft al een ander apparaat.',
  'staff.trouble.refused':
    'Dit is niet gelukt: iemand anders veranderde net iets. Kijk nog eens en probeer het opnieuw.',
} as const;

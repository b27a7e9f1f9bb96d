export const guardNl = {
  'guard.title': 'Is dit de echte pagina?',
  'guard.how':
    'Van elke versie van deze pagina publiceren we een ondertekende lijst. Je telefoon bewaart de pagina en laat alleen zien wat op die lijst staat.',
  'guard.published': 'Wat je nu ziet is versie {number}, ondertekend op {day}.',
  'guard.sample': 'Dit is een proefversie: die ondertekent de server zelf.',
  'guard.unknown': 'Of de server nog hetzelfde geeft, weten we nu niet.',
  'guard.not-yet': 'De eerste keer kan je telefoon nog niets vergelijken. Vanaf de volgende keer wel.',
  'guard.limits':
    'Dit houdt niet alles tegen. Wie de server overneemt kan bij een volgend bezoek andere code in je browser zetten, en dan merk je dat niet altijd.',
  'guard.swapped': 'Op dit adres staat nu iets anders dan wat is gepubliceerd',
  'guard.swapped.do':
    'Wat je nu ziet is nog de gepubliceerde pagina. Open hem liever niet opnieuw, schrijf even niets waar je over twijfelt, en vraag iemand van je team op een andere manier of dit klopt.',
} as const;

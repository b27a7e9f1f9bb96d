/** What the ordinary list says that the second code opens, in Dutch. */
export const ordinaryNl = {
  'ordinary.note': 'Mijn notities',
  'ordinary.weather': 'Mijn weerdagboek',
  'ordinary.recipes': 'Mijn recepten',
  'ordinary.calendar': 'Mijn afspraken',
  'ordinary.empty': 'Hier staat nog niets.',
  'ordinary.new': 'Nieuw',
  'ordinary.day': 'Dag',
  'ordinary.title': 'Titel',
  'ordinary.text': 'Tekst',
  'ordinary.save': 'Bewaar',
  'ordinary.delete': 'Verwijder',
  'ordinary.failed': 'Dat is niet bewaard. Probeer het nog eens.',
} as const;

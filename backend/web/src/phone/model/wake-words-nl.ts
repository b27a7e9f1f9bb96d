/** What is said of being woken by notices, in Dutch. */
export const wakeNl = {
  'wake.title': 'Een melding als er iets voor je is',
  'wake.about':
    'Je telefoon kan zich melden als er iets voor je is, ook als deze pagina dicht is. Dat staat uit tot jij het aanzet. Zet je het aan, dan is dit goed om te weten:',
  'wake.browser':
    'De maker van je browser, zoals Google, Apple of Mozilla, ziet dat er iets voor jouw browser is en wanneer. Niet wat, en niet van wie.',
  'wake.server':
    'Onze server ziet waar je browser te bereiken is zolang hij de melding verstuurt, en bewaart dat niet. Het team ziet het niet.',
  'wake.screen':
    'Wie je scherm ziet, ziet de melding: de woorden die je koos, en het adres {host}. Ook als je telefoon op slot is.',
  'wake.leave': 'Na “{button}” komt er geen melding meer, tot je deze pagina weer opent.',
  'wake.weeks': 'Open deze pagina elke drie weken een keer. Anders houden de meldingen op.',
  'wake.delay': 'Hoe snel?',
  'wake.delay.none': 'Meteen',
  'wake.delay.ten-seconds': 'Binnen 10 seconden',
  'wake.delay.two-minutes': 'Binnen 2 minuten',
  'wake.delay.hint':
    'Wachten maakt het moeilijker om te zien welk bericht bij welke melding hoort. Wat er intussen bij komt, zit in dezelfde melding.',
  'wake.on': 'Meldingen staan aan.',
  'wake.off': 'Meldingen staan uit. Dat ze aan mochten, staat nog in de instellingen van je browser.',
  'wake.turn-on': 'Zet meldingen aan',
  'wake.turn-off': 'Zet meldingen uit',
  'wake.forbidden':
    'Je browser staat hier geen meldingen toe. Dat kun je veranderen in de instellingen van je browser.',
  'wake.unlisted':
    'Jouw browser krijgt meldingen langs een dienst waar wij niets naartoe sturen. Kijk af en toe zelf of er antwoord is.',
  'wake.failed': 'Het lukte niet. Kijk of je verbinding hebt, en probeer het nog eens.',
} as const;

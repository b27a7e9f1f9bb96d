/** What is said of the words themselves, in Dutch. */
export const aboutNl = {
  'about.made': 'De woorden op deze pagina zijn door een computerprogramma geschreven.',
  'about.unreviewed':
    'Nog niemand die sekswerk doet of kent, heeft ze nagelezen. Er kan dus iets staan dat vreemd klinkt.',
  'about.reviewed': 'Nagelezen door: {names}.',
  'about.doubt':
    'Snap je een zin niet? Bovenaan kun je een andere taal kiezen. Daar hoort hetzelfde te staan. Je mag het ook aan het team vragen.',
  'about.messages':
    'Berichten worden niet vertaald: het team leest wat jij schrijft. Wat teams over zichzelf vertellen, is er alleen in het Nederlands en het Engels.',
} as const;

/**
 * What the phone's page can be called, and look like on a home screen; the first one is its own. Each is a list that somebody may have
 * on a phone, and lock: that is what the second code opens (LCK-17).
 */
export const lookIds = ['note', 'weather', 'recipes', 'calendar'] as const;
export type LookId = (typeof lookIds)[number];

/** By the tag of a page's language. */
type Names = Readonly<Record<string, string>> & { readonly nl: string; readonly en: string };

/** Each name is one that any phone has: none says what the page is for. */
export const lookNames: Readonly<Record<LookId, Names>> = {
  note: {
    nl: 'Notitie',
    en: 'Notes',
    es: 'Notas',
    ro: 'Notițe',
    bg: 'Бележки',
    pl: 'Notatki',
    pt: 'Notas',
    th: 'บันทึก',
  },
  weather: {
    nl: 'Weer',
    en: 'Weather',
    es: 'Tiempo',
    ro: 'Vremea',
    bg: 'Времето',
    pl: 'Pogoda',
    pt: 'Clima',
    th: 'อากาศ',
  },
  recipes: {
    nl: 'Recepten',
    en: 'Recipes',
    es: 'Recetas',
    ro: 'Rețete',
    bg: 'Рецепти',
    pl: 'Przepisy',
    pt: 'Receitas',
    th: 'สูตรอาหาร',
  },
  calendar: {
    nl: 'Agenda',
    en: 'Calendar',
    es: 'Calendario',
    ro: 'Calendar',
    bg: 'Календар',
    pl: 'Kalendarz',
    pt: 'Calendário',
    th: 'ปฏิทิน',
  },
};

export function isLook(text: string): text is LookId {
  return lookIds.some((each) => each === text);
}

/** What a look is called in a language, by its tag; in English where it has no name in that. */
export function lookName(look: LookId, language: string): string {
  const names = lookNames[look];
  return names[language.slice(0, 2)] ?? names.en;
}

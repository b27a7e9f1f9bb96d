import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Romanian. */
export const referralRo: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Ajutor la datorii',
  'partner.kind.housing': 'Locuință',
  'partner.kind.addiction-care': 'Ajutor la dependență',
  'partner.kind.legal': 'Ajutor juridic',
  'partner.kind.work': 'Muncă și cursuri',
  'partner.kind.health': 'Sănătate',
  'partner.kind.mental-health': 'Ajutor psihologic',
  'partner.kind.safety': 'Siguranță și adăpost',
  'partner.kind.language-and-papers': 'Limbă și acte',
  'partner.kind.meeting-people': 'Să cunoști oameni',
  'partner.kind.other': 'Altceva',
  'partner.country': 'Pentru toată țara',
  'partner.area': 'Pentru {places}',
  'partner.area.more': {
    one: 'Pentru {places} și încă {count} comună',
    few: 'Pentru {places} și încă {count} comune',
    other: 'Pentru {places} și încă {count} de comune',
  },
  'partner.weeks.none': 'Fără așteptare',
  'partner.weeks': {
    one: 'Circa {count} săptămână de așteptare',
    few: 'Circa {count} săptămâni de așteptare',
    other: 'Circa {count} de săptămâni de așteptare',
  },
  'partner.weeks.unknown': 'Nu se știe cât se așteaptă',
  'partner.checked': 'Verificat pe {day}',
  'partner.old': 'Verificat pe {day}: acum mai mult de 90 de zile. Poate nu mai e valabil.',
  'partner.keep': 'Păstrează la planul meu',
  'partner.kept': 'Este la planul tău. Scoate',
};

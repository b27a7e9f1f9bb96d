import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Polish. */
export const referralPl: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Pomoc przy długach',
  'partner.kind.housing': 'Mieszkanie',
  'partner.kind.addiction-care': 'Pomoc przy uzależnieniach',
  'partner.kind.legal': 'Prawo',
  'partner.kind.work': 'Praca i nauka',
  'partner.kind.health': 'Zdrowie',
  'partner.kind.mental-health': 'Pomoc psychologiczna',
  'partner.kind.safety': 'Bezpieczeństwo i schronienie',
  'partner.kind.language-and-papers': 'Język i dokumenty',
  'partner.kind.meeting-people': 'Poznawanie ludzi',
  'partner.kind.other': 'Coś innego',
  'partner.country': 'Dla całej Holandii',
  'partner.area': 'Dla: {places}',
  'partner.area.more': {
    one: 'Dla: {places} i jeszcze {count} gminy',
    few: 'Dla: {places} i jeszcze {count} gmin',
    many: 'Dla: {places} i jeszcze {count} gmin',
    other: 'Dla: {places} i jeszcze {count} gminy',
  },
  'partner.weeks.none': 'Bez czekania',
  'partner.weeks': {
    one: 'Czeka się około {count} tydzień',
    few: 'Czeka się około {count} tygodnie',
    many: 'Czeka się około {count} tygodni',
    other: 'Czeka się około {count} tygodnia',
  },
  'partner.weeks.unknown': 'Nie wiadomo, jak długo się czeka',
  'partner.checked': 'Sprawdzono: {day}',
  'partner.old': 'Sprawdzono: {day}, ponad 90 dni temu. Może to już nieaktualne.',
  'partner.keep': 'Zachowaj przy moim planie',
  'partner.kept': 'Jest przy twoim planie. Usuń',
};

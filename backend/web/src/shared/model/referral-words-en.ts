import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** The same in English. */
export const referralEn: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Help with debts',
  'partner.kind.housing': 'Housing',
  'partner.kind.addiction-care': 'Addiction care',
  'partner.kind.legal': 'Law',
  'partner.kind.work': 'Work and training',
  'partner.kind.health': 'Health',
  'partner.kind.mental-health': 'Mental health',
  'partner.kind.safety': 'Safety and shelter',
  'partner.kind.language-and-papers': 'Language and papers',
  'partner.kind.meeting-people': 'Meeting people',
  'partner.kind.other': 'Something else',
  'partner.country': 'For all of the Netherlands',
  'partner.area': 'For {places}',
  'partner.area.more': {
    one: 'For {places} and {count} more municipality',
    other: 'For {places} and {count} more municipalities',
  },
  'partner.weeks.none': 'No waiting time',
  'partner.weeks': { one: 'About {count} week to wait', other: 'About {count} weeks to wait' },
  'partner.weeks.unknown': 'How long you wait is not known',
  'partner.checked': 'Checked on {day}',
  'partner.old': 'Checked on {day}: more than 90 days ago. It may not be right any more.',
  'partner.keep': 'Keep it with my plan',
  'partner.kept': 'Is with your plan. Take it out',
};

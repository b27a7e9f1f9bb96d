import type { GuardKey } from './guard-words.js';

export const guardEn: Readonly<Record<GuardKey, string>> = {
  'guard.title': 'Is this the real page?',
  'guard.how':
    'We publish a signed list of every version of this page. Your phone keeps the page, and shows only what is on that list.',
  'guard.published': 'What you see now is version {number}, signed on {day}.',
  'guard.sample': 'This is a trial version: the server signs those itself.',
  'guard.unknown': 'Whether the server still gives the same is not known right now.',
  'guard.not-yet': 'The first time, your phone has nothing to compare with. From the next time on it does.',
  'guard.limits':
    'This doesn’t stop everything. Somebody who takes over the server can put other code in your browser at a later visit, and then you won’t always notice.',
  'guard.swapped': 'This address now gives something else than what was published',
  'guard.swapped.do':
    'What you see now is still the published page. Better not open it again, don’t write anything you have doubts about for now, and ask somebody of your team in another way whether this is right.',
};

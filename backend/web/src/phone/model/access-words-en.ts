import type { Words } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

/** What is said of who can use the page and who can't yet, in English. */
export const accessEn: Words<keyof typeof accessNl> = {
  'access.title': 'Accessibility',
  'access.lead':
    'This page is for everyone. Also if you use a screen reader, only a keyboard, or large letters.',
  'access.far': 'How far we are',
  'access.far.goal':
    'We want to meet the standard WCAG 2.2, level AA. Part of it has been checked. So we can’t say that the page meets all of it.',
  'access.checked': 'What has been checked',
  'access.checked.how': 'A computer does this for every new version, in the browser Chromium:',
  'access.checked.axe':
    'Every screen, in all eight languages, with the program axe. It finds no faults now. Such a program sees only part of the problems.',
  'access.checked.keyboard':
    'Sending a message, changing a setting, choosing a code and opening with it, and leaving fast: with only a keyboard.',
  'access.checked.colours': 'Whether colours differ enough, light and dark.',
  'access.checked.size': 'Whether everything fits on a small screen, and with letters twice as large.',
  'access.checked.motion': 'Whether nothing moves if you turned that off on your phone.',
  'access.not': 'What is not good yet',
  'access.not.outside':
    'Nobody from outside has tested the page. And nobody with a disability has tried it for us yet.',
  'access.not.readers':
    'Nothing has been tried with a real screen reader, such as TalkBack or VoiceOver. Nor in Safari and Firefox.',
  'access.not.code':
    'When you type a code, a screen reader may say out loud what you type. Use earphones, or choose no code while somebody is near.',
  'access.not.lock':
    'With a code, the page locks after a minute in the background. You can’t make that minute longer. What you wrote stays.',
  'access.not.escape': 'Pressing Escape twice quickly closes the page. You can’t turn that off.',
  'access.not.paper':
    'Your plan on paper (pdf) is not made for a screen reader. Thai words are pictures there.',
  'access.not.languages':
    'What teams say about themselves, and the twelve words, are in Dutch and English only.',
  'access.tell': 'Is there something you can’t use?',
  'access.tell.how':
    'Put it in a message to the team: which screen it was, and what you use. You don’t have to say who you are.',
  'access.tell.team': 'Ask the team to pass it on to those who make this page.',
  'access.tell.other': 'Can’t you write at all? Somebody you trust can do it for you.',
  'access.on': 'Written on {day}.',
};

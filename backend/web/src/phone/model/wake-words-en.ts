import type { Words } from '../../shared/model/words.js';
import type { WakeKey } from './wake-words.js';

/** The same in English. */
export const wakeEn: Words<WakeKey> = {
  'wake.title': 'A notice when there is something for you',
  'wake.about':
    'Your phone can let you know when there is something for you, also when this page is closed. That is off until you turn it on. If you do, this is good to know:',
  'wake.browser':
    'The maker of your browser, such as Google, Apple or Mozilla, sees that there is something for your browser, and when. Not what, and not from whom.',
  'wake.server':
    'Our server sees where your browser can be reached while it sends the notice, and does not keep that. The team does not see it.',
  'wake.screen':
    'Whoever sees your screen sees the notice: the words that you chose, and the address {host}. Also when your phone is locked.',
  'wake.leave': 'After “{button}” no more notices come until you open this page again.',
  'wake.weeks': 'Open this page once every three weeks. Otherwise the notices stop.',
  'wake.delay': 'How fast?',
  'wake.delay.none': 'At once',
  'wake.delay.ten-seconds': 'Within 10 seconds',
  'wake.delay.two-minutes': 'Within 2 minutes',
  'wake.delay.hint':
    'Waiting makes it harder to see which message belongs to which notice. What comes meanwhile is in the same notice.',
  'wake.on': 'Notices are on.',
  'wake.off': 'Notices are off. That they were allowed is still in the settings of your browser.',
  'wake.turn-on': 'Turn notices on',
  'wake.turn-off': 'Turn notices off',
  'wake.forbidden':
    'Your browser does not allow notices here. You can change that in the settings of your browser.',
  'wake.unlisted':
    'Your browser gets notices through a service that we do not send to. Look now and then if there is an answer.',
  'wake.failed': 'That did not work. See if you have a connection, and try again.',
};

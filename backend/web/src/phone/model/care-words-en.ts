import type { Words } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

/** What the phone's page says of check-ins, in English. */
export const careEn: Words<keyof typeof careNl> = {
  'care.lead':
    'Your phone can ask you now and then how you are. You choose when, and what your contact hears of it.',
  'care.how':
    'You see the question here, while this page is open or the next time you open it. No notice comes on your screen. Only your phone knows when it asks.',
  'care.set': 'How it is now',
  'care.when': '{rhythm} at {time}.',
  'care.next': 'The next question comes on {day}.',
  'care.paused': 'Paused. Your phone asks nothing until you go on again.',
  'care.pause': 'Pause',
  'care.resume': 'Go on again',
  'care.stop': 'Stop it',
  'care.stopped': 'Stopped. Your phone asks nothing any more.',
  'care.change': 'Change it',
  'care.rhythm': 'How often?',
  'care.rhythm.week': 'Every week',
  'care.rhythm.two-weeks': 'Every two weeks',
  'care.rhythm.month': 'Every month',
  'care.rhythm.quarter': 'Every three months',
  'care.rhythm.year': 'Every year',
  'care.from': 'From which day on?',
  'care.at': 'At what time?',
  'care.tells': 'What does your contact hear?',
  'care.tells.nothing': 'Nothing: it stays on my phone',
  'care.tells.talk': 'Only when I want to talk',
  'care.tells.all': 'Every answer',
  'care.tells.hint': '“Not now” is never passed on.',
  'care.silence': 'And if you don’t answer?',
  'care.silence.never': 'Then nobody hears anything',
  'care.silence.after': {
    one: 'After {count} question my contact hears of it',
    other: 'After {count} questions my contact hears of it',
  },
  'care.silence.hint':
    'Your phone can only pass that on once this page is open again. If the page stays closed, nobody hears anything.',
  'care.lives':
    'After two years of silence here the server erases this conversation. What is on your phone stays.',
  'care.save': 'That is how I want it',
  'care.invalid': 'Choose a day and a time.',
  'care.question': 'How are you?',
  'care.answer.good': 'I’m doing well',
  'care.answer.fair': 'So-so',
  'care.answer.talk': 'I’d like to talk',
  'care.answer.not-now': 'Not now',
  'care.goes.nothing': 'What you choose stays on your phone.',
  'care.goes.talk': 'Only “I’d like to talk” goes to your contact.',
  'care.goes.all': 'What you choose goes to your contact. “Not now” stays here.',
  'care.said.kept': 'Thank you. This stays on your phone.',
  'care.said.told': 'Thank you. It goes to your contact.',
  'care.said.talk': 'It goes to your contact. You can write something with it, but you don’t have to.',
  'care.said.write': 'Nothing was sent. Write below what you want to say, and your contact reads it.',
  'care.said.later': 'All right. Another time.',
  'care.back': 'Your conversation is still here',
  'care.back.text':
    'You don’t have to explain anything. With one tap your contact reads that you would like to talk, or a colleague if that person isn’t there any more.',
};

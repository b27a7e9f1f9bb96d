import type { Words } from '../../shared/model/words.js';
import type { PaperKey } from './paper-words.js';

/** The same in English. */
export const paperEn: Words<PaperKey> = {
  'paper.lead': 'Your phone makes a paper of your plan, as a pdf. That happens here: nothing is sent.',
  'paper.neutral': 'It has no name of an organisation on it, and no logo.',
  'paper.what': 'What goes on it?',
  'paper.part.areas': 'How is it going?',
  'paper.part.goals': 'Goals',
  'paper.part.phases': 'Where I am now',
  'paper.part.appointments': 'Appointments',
  'paper.part.agreement': 'What we agree together',
  'paper.top': 'At the top',
  'paper.top.hint': 'May stay empty. A name, for example; only what you type here is added.',
  'paper.names': 'Your plan has the name of an organisation: {names}. On paper that becomes a dash.',
  'paper.names.leave': 'Leave that name on the paper',
  'paper.conflicts': 'There are still two versions of something in your plan. The newest one goes on paper.',
  'paper.make': 'Make the paper',
  'paper.nothing': 'First choose what goes on it.',
  'paper.making': 'Your paper is being made…',
  'paper.ready': {
    one: 'Your paper is ready: one page.',
    other: 'Your paper is ready: {count} pages.',
  },
  'paper.keep': 'Keep it on this phone',
  'paper.share': 'Share or print',
  'paper.kept': 'The paper is in your downloads now.',
  'paper.care':
    'Whoever gets hold of your phone or of the paper can read it. Erasing everything on this page does not take the paper away.',
  'paper.pictured': 'These words are on it as pictures, the way your phone shows them: {words}',
  'paper.missing': 'This could not go on paper. An empty box stands for it: {words}',
  'paper.failed': 'Making the paper did not work. Please try once more.',
  'paper.file': 'paper',
  'paper.heading': 'My plan',
  'paper.heading.appointments': 'My appointments',
  'paper.agreed': 'We both agree with these words.',
  'paper.not-agreed': 'We do not both agree with these words yet.',
  'paper.boxes': 'An empty box stands for a character that could not go on this paper.',
};

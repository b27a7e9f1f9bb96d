import type { programmeNl } from './programme-words-nl.js';

/** What the programme's screen says, in English. */
export const programmeEn: Readonly<Record<keyof typeof programmeNl, string>> = {
  'programme.key': 'Your programme’s key',
  'programme.key.what':
    'To sign, this device needs the programme’s key. Choose the file that the operator gave you. It stays on this device and is sent nowhere.',
  'programme.key.file': 'File with the key',
  'programme.key.needed': 'You can sign once the programme’s key is on this device.',
  'programme.key.foreign': 'This isn’t your programme’s key. Choose another file, or ask the operator.',

  'status.title': 'When you are there',
  'status.none': 'Nothing counts now: visitors can’t see when you are there. Sign to change that.',
  'status.until':
    'Counts until {until}. As long as you open this page now and then, that is extended by itself.',
  'status.hours': 'Opening hours',
  'status.hours.hint':
    'Dutch time. 00:00 as an end is midnight. Without hours visitors can’t see when you are there.',
  'status.hours.add': 'Add hours',
  'status.from': 'from',
  'status.to': 'to',
  'status.remove': 'Remove',
  'status.closed': 'Closed',
  'status.holidays': 'Days on which you are closed',
  'status.holidays.hint':
    'Holidays, for instance. Such a day doesn’t count towards when visitors may expect an answer.',
  'status.holiday': 'Day on which you are closed',
  'status.holiday.add': 'Add a day',
  'status.capacity': 'Is there room?',
  'status.capacity.open': 'Yes, for everybody',
  'status.capacity.waiting-list': 'There is a waiting list',
  'status.capacity.closed': 'No, not now',
  'status.weeks': 'How many weeks is the wait?',
  'status.price': 'Threshold against abuse',
  'status.price.what':
    'The more, the longer a visitor’s phone calculates before a conversation begins. Leave this at 1, unless somebody floods you.',
  'status.tokens': 'Sums per conversation',
  'status.cards-only': 'Only with a card',
  'status.publish': 'Sign and publish',
  'status.published': 'Published. It counts now.',
  'status.drop': 'Undo',
  'status.overtaken': 'Somebody got there just before you',
  'status.overtaken.what':
    'Something new was published meanwhile; it is shown below. What you filled in is still here, and nothing of it was published. Publish it all the same, or take over what counts now.',
  'status.overtaken.take': 'Take over what counts now',
  'status.wrong.hours': 'these hours aren’t right.',
  'status.wrong.missing': 'Fill in both from and to, or remove the line.',
  'status.wrong.backwards':
    'The end comes before the beginning. Does it go on past midnight? Put the rest with the next day.',
  'status.wrong.overlap': 'These hours overlap.',
  'status.wrong.closed-days':
    'Choose a date for each day on which you are closed, 60 at most, or remove the line.',
  'status.wrong.weeks': 'Fill in 0 to 520 weeks for the waiting list.',
  'status.wrong.tokens': 'Fill in 1 to 10 sums.',

  'proposal.title': 'What the list says about you',
  'proposal.what':
    'This is in the list of teams that the operator signs. What you change here is a proposal: it counts only once the operator takes it over.',
  'proposal.state.none': 'No proposal of yours is waiting.',
  'proposal.state.waits': 'Your proposal is waiting for the operator.',
  'proposal.state.published': 'Your proposal is in the list (number {release}).',
  'proposal.national':
    'You are there for the whole country, and for everybody whom nobody else can help. Municipalities and conditions don’t go with that.',
  'proposal.languages': 'Languages in which you answer',
  'proposal.promise': 'Within how many minutes do you answer?',
  'proposal.promise.hint': 'Only opening hours count. 480 minutes is a working day.',
  'proposal.summary': 'About you, in {language}',
  'proposal.summary.hint': 'What visitors read before they write. Neutral: somebody may be looking on.',
  'proposal.send': 'Sign and send to the operator',
  'proposal.sent': 'Sent.',
  'proposal.nothing': 'There is no change to propose.',
  'proposal.refused':
    'The proposal wasn’t taken: somebody else proposed something just now, or the list has changed. Look at it and send it again.',
  'proposal.wrong.coverage': 'Choose at least one municipality.',
  'proposal.wrong.languages': 'Choose at least one language.',
  'proposal.wrong.promise': 'Fill in 1 to 40,320 minutes.',
  'proposal.wrong.summary': 'Write something in both languages, 600 characters at most.',

  'coverage.title': 'Municipalities',
  'coverage.what': 'Click on the map or choose in the list for which municipalities you work.',
  'coverage.search': 'Search for a municipality',
  'coverage.list': 'Municipalities',
  'coverage.empty': 'No municipality chosen yet.',
  'coverage.not-found': 'No municipality with that name.',
  'coverage.ours': 'yours',
  'coverage.add': 'to be added',
  'coverage.drop': 'to be dropped',
  'coverage.others': 'another team’s',
  'coverage.nobody': 'nobody’s now',

  'condition.title': 'Conditions',
  'condition.addiction': 'Alcohol or drugs',
  'condition.addiction.no-matter': 'No matter',
  'condition.addiction.under-control': 'Only if it is under control',
  'condition.addiction.treated-first': 'Treated somewhere else first',
  'condition.addiction.own-field': 'That is just what we are there for',
  'condition.women-only': 'For women only',
  'condition.residence-needed': 'Right of residence needed',
  'condition.language-needed': 'Has to speak one of your languages',
  'condition.must-have-stopped': 'Only for those who don’t work any more',
  'condition.lives-or-works-in-region': 'Has to live or work in your municipalities',
};

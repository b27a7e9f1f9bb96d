import { handoverEn } from '../../shared/model/handover-words-en.js';
import type { Words } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

/** What the phone's page says of another team that is proposed, in English. */
export const leadEn: Words<keyof typeof leadNl> = {
  ...handoverEn,
  'lead.team.in': 'the team in {place}',
  'lead.team.national': 'the national team',
  'lead.team.other': 'the other team',
  'lead.proposed': '{name} suggests another team',
  'lead.proposed-someone': 'Your team suggests another team',
  'lead.in': 'Team in {place}',
  'lead.national': 'National team',
  'lead.other': 'Another team',
  'lead.reason.covers': 'works in the municipality that this is about',
  'lead.reason.near': 'nearby',
  'lead.reason.national': 'for everybody, wherever you are',
  'lead.reason.open': 'was open when this was suggested',
  'lead.reason.waiting-list': 'has a waiting list',
  'lead.reason.unknown': 'not known whether there is room',
  'lead.reason.not-taking': 'takes no new questions at the moment',
  'lead.reason.speaks': 'speaks a language that you named',
  'lead.who': 'Who is this?',
  'lead.speaks': 'Languages: {languages}.',
  'lead.means': 'If you say yes',
  'lead.means.reads': 'Someone on that team can read along and write, from then on.',
  'lead.means.before': 'They don’t read what is here already. You choose what you still want to pass on.',
  'lead.means.stays':
    'Your own team stays at first. After that the conversation can move over as a whole; then a colleague there reads along, too.',
  'lead.means.back':
    'As long as it hasn’t moved over, you can take it back. They read nothing new from then on.',
  'lead.yes': 'Let them in',
  'lead.no': 'Rather not',
  'lead.no.hint': 'Rather not? Then that team hears nothing of you, and everything stays as it is.',
  'lead.working': 'One moment…',

  'lead.consented': 'You are waiting for {team}',
  'lead.consented.by': 'They read along from now on. They will say {when} whether they can go on with you.',
  'lead.consented.text': 'They read along from now on, and have yet to say whether they can go on with you.',
  'lead.accepted': 'Two teams are here now',
  'lead.accepted.text':
    'Your own team and {team} both read along. You decide together when the conversation moves over.',
  'lead.choices': 'What you can do',
  'lead.pass-on': 'Pass something on',
  'lead.take-back': 'Take it back',
  'lead.stay': 'Stay with your own team',
  'lead.sure': 'Then {team} is out of it. What they have read, they may still know.',
  'lead.sure.yes': 'Yes, do that',
  'lead.sure.no': 'No, leave it',

  'lead.handed-over': 'Your conversation is with {team} now',
  'lead.handed-over.text': 'Your first team reads nothing new. What is here already stays here.',
  'lead.stays': 'You stay with your own team',
  'lead.stays.text': 'The other team is out of it. Your conversation simply goes on.',
  'lead.refused': 'You chose: rather not',
  'lead.refused.text':
    'That is fine. The other team has heard nothing of you. Your conversation simply goes on.',
  'lead.full': 'That team has no room now',
  'lead.full.text': 'That is nobody’s fault. They are out of it. You can look further with your own team.',
  'lead.does-not-fit': 'That team can’t do this for you',
  'lead.does-not-fit.text':
    'That is nobody’s fault: not every team is there for every question. They are out of it. You can look further with your own team.',
  'lead.no-answer': 'That team didn’t answer in time',
  'lead.no-answer.text':
    'It has nothing to do with you. They are out of it. You can look further with your own team.',
  'lead.withdrawn': 'This suggestion is off',
  'lead.withdrawn.text':
    'The other team is not part of it. Your conversation with your own team simply goes on.',
  'lead.close': 'Close this message',

  'lead.failed.away': 'It didn’t work yet: we can’t reach the server. Try again in a moment.',
  'lead.failed.nobody': 'Nobody on that team can be reached now. Nothing has changed. Try again later.',
  'lead.failed.not-trusted': 'We couldn’t check whether that team is real. So nothing has changed.',
  'lead.failed.gone': 'That team isn’t taking part now. Nothing has changed.',
  'lead.failed.too-long': 'This is too much for one card. Leave something out.',
  'lead.failed.unknown': 'It didn’t work. Nothing has changed. Try again later.',

  'pass.title': 'What do you pass on?',
  'pass.lead':
    'The new team reads nothing from before. What you choose here goes on a card that they do see. None of it has to.',
  'pass.others':
    'Everyone who is in your conversation now sees the card, your first team too if it is still there.',
  'pass.words': 'In your own words',
  'pass.words.hint': 'For example what you don’t want to explain again.',
  'pass.messages': 'From your conversation',
  'pass.messages.hint': 'What you wrote yourself you can still change.',
  'pass.earlier': 'Show earlier messages',
  'pass.changed': 'It goes along like this',
  'pass.facts': 'What you told about yourself',
  'pass.plan': 'Your plan',
  'pass.plan.whole': 'My whole plan',
  'pass.plan.hint': 'The new team sees it as it is now, and can write in it too.',
  'pass.look': 'Look at the card',
  'pass.empty': 'Choose something first, or write something.',
  'pass.too-many': {
    one: 'A card holds {count} message. Leave a few out.',
    other: 'A card holds {count} messages. Leave a few out.',
  },
  'pass.too-long': {
    one: 'This is too long. Take off {count} character.',
    other: 'This is too long. Take off {count} characters.',
  },
  'pass.seen': 'This is how the new team sees it',
  'pass.seen.text': 'This goes along, and nothing else.',
  'pass.seen.plan': 'Your plan, as they see it',
  'pass.send': 'Send the card',
  'pass.change': 'Change something',
  'pass.gone': 'There is nobody of a new team now to pass anything on to.',
};

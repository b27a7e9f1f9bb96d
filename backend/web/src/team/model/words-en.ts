import { sharedEn } from '../../shared/model/words-en.js';
import type { nl } from './words-nl.js';

/** What the team's page says, in English. */
export const en: Readonly<Record<keyof typeof nl, string>> = {
  ...sharedEn,
  'page.name': 'Team',

  'join.title': 'Welcome to the team',
  'join.lead': 'An invitation makes this device yours. You need no password: the key stays in this browser.',
  'join.code': 'Invitation',
  'join.code.hint': 'Starts with inv_ and works once, within 72 hours.',
  'join.code.wrong': 'This isn’t an invitation. Check that you have all of its characters.',
  'join.name': 'What do you want to be called?',
  'join.name.hint':
    'The people you help see this name; the server doesn’t. A first name or an alias is enough.',
  'join.name.missing': 'Fill in a name. Any name will do.',
  'join.accept': 'Join',
  'join.working': 'Working. This takes a few seconds…',
  'join.waits':
    'Your coordinator still has to approve this device. Keep the page open; it continues by itself.',

  'duty.label': 'Your duty',
  'duty.primary': 'I am on duty',
  'duty.backup': 'I am the backup',
  'duty.off': 'I am off duty',
  'connection.begins': 'Connecting…',
  'connection.live': 'Connected',
  'connection.waits': 'No connection, we keep trying',

  'queue.title': 'Conversations',
  'queue.empty': 'There are no conversations yet. New messages appear here by themselves.',
  'queue.new': 'New',
  'queue.mine': 'Mine',
  'queue.colleagues': 'Colleagues’',
  'queue.closed': 'Closed',
  'queue.urgent': 'Urgent',
  'queue.answered': 'Waiting for visitor',
  'queue.unreadable': 'Not readable',
  'queue.no-words': 'No readable message yet',
  'queue.open': '{count} new',
  'waiting.now': 'Just in',
  'waiting.minutes': 'Waiting {count} min',
  'waiting.hours': 'Waiting {count} h',
  'waiting.day': 'Waiting 1 day',
  'waiting.days': 'Waiting {count} days',
  promise: 'Promised: {when}',
  'promise.late': 'Late: promised {when}',

  'talk.none': 'Choose a conversation on the left.',
  'talk.title': 'Conversation',
  'talk.back': 'All conversations',
  'talk.messages': 'Messages',
  'talk.new': 'Nobody has this conversation yet. Whoever takes it becomes the fixed contact.',
  'talk.claim': 'Take this conversation',
  'talk.mine': 'You are the fixed contact.',
  'talk.colleague': '{name} is the fixed contact. You can read along.',
  'talk.some-colleague': 'A colleague is the fixed contact. You can read along.',
  'talk.closed': 'You aren’t in this conversation any more. What you have read is still here.',
  'talk.unreadable':
    'This device can’t read this conversation any more. The visitor’s phone repairs that once the page is opened there again.',
  'talk.label': 'Answer',
  'talk.send': 'Send',
  'talk.send.hint': 'Ctrl + Enter sends.',
  'talk.too-long': 'Too long for one message. Take out {count} characters.',
  'talk.told': 'Also said',
  'who.you': 'You',
  'who.seeker': 'Visitor',
  'who.colleague': 'A colleague',
  'message.unreadable.do': 'Ask for it to be written once more.',
  'message.asked-again':
    'A message arrived that can’t be read. It was asked for again, and comes as soon as the page is opened there.',
  'progress.kept-here': 'Still on this device',
  'progress.sent': 'Sent',
  'progress.fetched': 'Fetched',
  'progress.refused': 'Not sent',
  'told.language': 'Language: {what}',
  'told.areas': 'It is about: {what}',
  'told.place': 'Municipality: {what}',
  'told.gender': 'Who: {what}',
  'told.residence': 'Papers: {what}',
  'told.addiction': 'Alcohol or drugs: {what}',

  'notice.memory-only':
    'This browser keeps nothing. When you close the page, your key and your conversations are gone. Use an ordinary window.',
  'trouble.server-away':
    'The server can’t be reached right now. What you wrote is still here; we keep trying.',
  'trouble.server-busy': 'It is very busy. What you wrote is still here; we’ll try again in a moment.',
  'trouble.clock-wrong': 'The clock on this device is wrong. Set date and time to automatic and try again.',
  'trouble.storage-full': 'This device is full. Make room and try again; copy what you wrote first.',
  'trouble.storage-forbidden':
    'The browser doesn’t let us keep anything. Allow storage for this page, or use an ordinary window.',
  'trouble.seat-gone':
    'This device doesn’t belong to the team any more. Ask your coordinator for a new invitation.',
  'trouble.team-not-trusted':
    'The approval of this device isn’t right. Ask your coordinator for a new invitation.',
  'trouble.directory-refused':
    'The list of teams can’t be trusted or is too old. Tell the operator; nothing was sent.',
  'trouble.too-much-waiting':
    'A lot is already waiting for the visitor’s phone. Your message stays here and is sent as soon as possible.',
  'trouble.message-refused': 'This message can’t be sent like this. Make it shorter and try again.',
  'trouble.invitation-invalid': 'This invitation is unknown, used or expired. Ask for a new one.',
  'trouble.already-claimed': 'A colleague got there just before you.',
  'trouble.not-set-up': 'This server isn’t ready for use yet. Tell the operator.',
  'trouble.unknown':
    'Something went wrong that we didn’t expect. What you wrote is still here; reload the page.',
};

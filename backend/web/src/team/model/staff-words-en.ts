import type { staffNl } from './staff-words-nl.js';

/** What the staff's part of the team's page says, in English. */
export const staffEn: Readonly<Record<keyof typeof staffNl, string>> = {
  'join.code.read':
    'Call your coordinator and read this code out. That’s how you both know that this really is your device.',
  'join.code.read.other':
    'If another coordinator approves this device, read this code out to them. That’s how you both know that this really is your device.',
  'join.waits.key':
    'You coordinate this programme. With your programme’s key you approve this device yourself.',
  'join.code.label': 'Your code',

  'areas.staff': 'Staff',
  'staff.title': 'Staff',
  'staff.key.title': 'Your programme’s key',
  'staff.key.what':
    'Choose the key file that the operator gave you. With it you approve devices, cut them off, and read what colleagues’ cards are for. The key stays on this device and is never sent.',
  'staff.key.file': 'Key file',
  'staff.key.foreign':
    'This isn’t your programme’s key. Nothing has changed. Ask the operator for the right file.',
  'staff.invite': 'Invite somebody',
  'staff.invite.role': 'What are they going to do?',
  'staff.role.worker': 'Worker',
  'staff.role.coordinator': 'Coordinator',
  'staff.invite.do': 'Make an invitation',
  'staff.invited.title': 'Pass this invitation on',
  'staff.invited.once': 'It works once, until {when}. You only see it now.',
  'staff.invited.text': 'Invitation',
  'staff.invited.link': 'Or as a link',
  'staff.invited.done': 'Passed on',
  'staff.waiting': 'Waiting for your approval',
  'staff.waiting.what':
    'Call your new colleague or walk over, and have the code on their screen read out. If anything is different, cut that device off and make a new invitation.',
  'staff.code.ask': 'Do you hear this code?',
  'staff.code.yes': 'Yes, approve',
  'staff.need-key': 'Choose your programme’s key first.',
  'staff.people': 'The team',
  'staff.this-device': 'this device',
  'staff.until': 'Approved until {day}',
  'staff.unsigned': 'Not approved',
  'staff.stock': 'Room for {count} new conversations',
  'staff.cut-off': 'Cut off',
  'staff.cut-off.ask':
    'This device can then read and send nothing any more, at once and for good. You can invite your colleague anew after that.',
  'staff.cases': 'Who do the conversations go to?',
  'staff.cases.nobody': 'I’ll choose later',
  'staff.cut-off.yes': 'Yes, cut this device off',
  'staff.give': 'Pass conversations on',
  'staff.give.yes': 'Pass them on',
  'staff.no': 'Rather not',
  'staff.gone': 'Cut off',
  'staff.invite-anew': 'Invite anew',
  'staff.gave': 'Conversations passed on: {count}',
  'staff.gave.unattended':
    'In {count} of them nobody of the team is left. The visitor’s phone repairs that once the page is opened there again.',
  'staff.trouble.has-device': 'This colleague has another device already.',
  'staff.trouble.refused':
    'That didn’t work: somebody else just changed something. Have another look and try again.',
};

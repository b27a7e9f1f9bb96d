import type { LockKey } from './lock-words.js';

/** What the phone's page says of what it keeps on the phone, and of the lock on it, in English. */
export const lockEn: Readonly<Record<LockKey, string>> = {
  'here.lead': 'What this page keeps on your phone, and who can get at it.',

  'lock.title': 'A code',
  'lock.about':
    'With a code this page locks: after a minute in the background, or as soon as you want it to. Whoever looks then sees a field for a code, and nothing of your conversation. The button for leaving is called “{button}” there.',
  'lock.on': 'There is a code on this page.',
  'lock.set': 'Choose a code',
  'lock.now': 'Lock now',
  'lock.change': 'Change the code',
  'lock.drop': 'Take the code off',
  'lock.dropped': 'The code is off.',
  'lock.saved': 'The code is on.',
  'lock.code': 'Your code',
  'lock.code.hint': 'Digits, or a few words. At least {least} characters.',
  'lock.code.again': 'The same code once more',
  'lock.count': 'Length: {count}.',
  'lock.delay.minutes': 'This code holds a computer up for a few minutes.',
  'lock.delay.hours': 'This code holds a computer up for a few hours.',
  'lock.delay.days': 'This code holds a computer up for days or weeks.',
  'lock.delay.years': 'This code holds a computer up for years.',
  'lock.save': 'Put this code on',
  'lock.cancel': 'Rather not',
  'lock.short': 'Take at least {least} characters.',
  'lock.differs': 'The second time it is something else.',
  'lock.taken': 'That is your other code. Choose one that is nothing like it.',
  'lock.working': 'One moment…',
  'lock.honest': 'What a code can do, and what it can’t',
  'lock.honest.delay':
    'A short code only holds somebody up. Whoever has your phone examined can have a computer try all codes. The longer your code, the longer that takes.',
  'lock.honest.traces':
    'An examiner can see that this page was used here. A browser leaves remains, for a while, of what it erased or wrote over. Remains from before you chose a code such a person may be able to read.',
  'lock.honest.lost':
    'If you lose your code, nobody can find it again, and neither can we. Then only your twelve words bring your conversation back.',

  'second.title': 'A second code, which writes over everything',
  'second.about':
    'For when somebody forces you to open the page. This code opens an ordinary, empty list called “{name}”, without a word of what the page is for. What was here is written over by then, and your first code does nothing any more.',
  'second.back':
    'Do you want to get back here after that? Choose “{lost}” where the page is locked, and erase everything. Somebody else can do that too, and then sees what the page is for, as does whoever looks up the address.',
  'second.limits':
    'At the team your conversation is still there. Without your twelve words you can’t get at it any more. Whoever copied your phone before still has that copy. An examiner can find remains, and try to guess your first code.',
  'second.on': 'There is a second code.',
  'second.set': 'Choose a second code',
  'second.change': 'Change the second code',
  'second.drop': 'Take the second code off',

  'nothing.title': 'Keep nothing',
  'nothing.about':
    'This page takes away what is on your phone, and keeps nothing any more. Everything works as long as the page is open. After that it is gone from here.',
  'nothing.phrase': 'After that your conversation comes back with your twelve words, and only with them.',
  'nothing.no-phrase':
    'You have no twelve words yet. If you close the page without them, your conversation is lost.',
  'nothing.next':
    'This choice isn’t kept anywhere either. So next time you choose again. Your browser may still remember that you were here.',
  'nothing.choose': 'Keep nothing here',
  'nothing.on': 'This page keeps nothing on this phone. When you close it, everything is gone from here.',
  'nothing.keep': 'Keep things after all',
  'nothing.forbidden':
    'Your browser doesn’t let this page keep anything. When you close it, everything is gone from here.',
  'nothing.make': 'Make my twelve words',

  'aside.title': 'What was here was damaged',
  'aside.text':
    'We couldn’t open it, and put it aside. If you have twelve words, they bring your conversation back.',
  'aside.return': 'I have twelve words',
  'aside.drop': 'Erase what was put aside',

  'full.text':
    'You can also go on without keeping. Then this page takes away what is on your phone, and everything is gone when you close it.',
  'full.go-on': 'Go on without keeping',

  'locked.title': 'Locked',
  'locked.code': 'Code',
  'locked.open': 'Open',
  'locked.wrong': 'That isn’t the code.',
  'locked.failed': 'That didn’t work. Try once more.',
  'locked.lost': 'Lost the code?',
  'locked.lost.text':
    'Nobody can find the code again. You can erase what this page keeps here, and begin anew.',
  'locked.anew': 'Erase and begin anew',
  'locked.sure': 'Yes, erase everything of this page',
};

import type { Words } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

/** What is said of words on their way, of the twelve words and of erasing, in English. */
export const laterEn: Words<keyof typeof laterNl> = {
  'way.sending': 'Your phone is sending it now. On a slow connection that can take a moment.',
  'phrase.lead':
    'With twelve words you get this conversation back on another phone, or here if everything was cleared. You see them once. Write them on paper, or learn them by heart.',
  'phrase.lost': 'Lost is lost.',
  'phrase.lost.do': 'Nobody can find the words again for you, and neither can we.',
  'phrase.found': 'Whoever has the words can do what you can.',
  'phrase.found.do': 'Read everything, and write in your place. Show them to nobody.',
  'phrase.replaces': 'You have twelve words already. If you make new ones, the old ones stop working.',
  'phrase.lists': 'The list of words is in English and Dutch. Which one would you like?',
  'phrase.show': 'Show my twelve words',
  'phrase.words': 'Your twelve words',
  'phrase.write-down': 'Write them down, in this order. After this you won’t see them again.',
  'phrase.written': 'I wrote them down',
  'phrase.check': 'Do you have them right?',
  'phrase.check.lead': 'Fill in two of your words. Only then do they count.',
  'phrase.word': 'Word {place}',
  'phrase.wrong': 'Those aren’t the ones. Look at your paper, or look at the words again.',
  'phrase.confirm': 'Done',
  'phrase.again': 'Show the words again',
  'phrase.working': 'One moment…',
  'phrase.done': 'You can come back',
  'phrase.done.text':
    'From now on your conversation also goes to the server, encrypted. Only your twelve words open it.',
  'phrase.done.soon':
    'Your words count. As soon as there is a connection, your conversation goes to the server, encrypted. Leave this page open until then.',
  'phrase.to-talk': 'To your conversation',
  'return.title': 'Good to see you again',
  'return.lead': 'Type or paste your twelve words. Capitals and dashes don’t matter.',
  'return.label': 'Your twelve words',
  'return.use': 'Get my conversation back',
  'return.unknown': '“{word}” isn’t a word of our list. Look at that word again.',
  'return.count': {
    one: 'There is {count} here. It takes twelve.',
    other: 'There are {count} here. It takes twelve.',
  },
  'return.mistaken': 'One of the words isn’t right, or their order isn’t. Look at them again.',
  'return.nothing': 'We find no conversation for these words.',
  'return.nothing.do':
    'Perhaps they are old words, or the conversation is too old. You can always begin a new one.',
  'return.working': 'Your conversation is being looked for. It can take a moment; leave this page open.',
  'return.cuts-off': 'If the conversation is still on another phone, it stops there.',
  'erase.what': 'What would you like to erase?',
  'erase.one': 'Only this conversation',
  'erase.all': 'Everything',
  'erase.at-once': 'This is gone at once',
  'erase.at-once.one':
    'The whole conversation: on this phone, and on the server. Your twelve words won’t bring it back either.',
  'erase.at-once.all':
    'All your conversations: on this phone, and on the server. And what else this phone keeps: what you were writing, and what your twelve words work with.',
  'erase.others': 'This happens at the team',
  'erase.others.text':
    'Their program erases the conversation by itself, as soon as it is open. A computer that stays off for 35 days won’t hear of it any more.',
  'erase.not-promised': 'This we can’t promise',
  'erase.not-promised.copy': 'Whoever read the conversation may have copied or photographed something.',
  'erase.not-promised.backup': 'Backups of the server are gone after 7 days. Nothing in them can be read.',
  'erase.go-on': 'Go on',
  'erase.sure': 'This can’t be undone',
  'erase.sure.one': 'After this the conversation is gone. You can always start a new one.',
  'erase.sure.all': 'After this everything is gone. You can always start a new conversation.',
  'erase.now.one': 'Erase this conversation now',
  'erase.now.all': 'Erase everything now',
  'erase.keep': 'Back, erase nothing',
  'erase.done': 'Erased',
  'erase.done.text': 'It is gone from this phone and from the server.',
  'erase.done.here': 'It’s gone from this phone.',
  'erase.done.team': 'The team is told that it was erased, and nothing else.',
  'erase.done.waits':
    'Here it is gone. The request to the server goes out as soon as there is a connection. Leave this page open until then, or open it once more later.',
  'erase.moved': 'A conversation goes on on another phone. There it was not erased.',
  'erase.leave': 'Done',
};

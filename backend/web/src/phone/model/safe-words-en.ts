import type { safeNl } from './safe-words-nl.js';

/** What the phone's page says of danger, leaving fast, hiding a visit, looks and notices, in English. */
export const safeEn: Readonly<Record<keyof typeof safeNl, string>> = {
  'safe.title': 'Staying safe',
  'safe.danger': 'In danger?',
  'safe.danger.say': 'Say where you are and what is happening. If you can’t say much, say the place first.',
  'safe.danger.team':
    'Call, and don’t wait for an answer here. The team doesn’t know where you are and can’t come to you.',
  'safe.danger.trace': 'Afterwards the call is in your phone’s list of calls.',
  'safe.country': 'Which country are you in?',
  'safe.country.hint':
    'Is your country not in the list? On a mobile phone, 112 gets you emergency services nearly everywhere.',

  'urgent.title': 'Is it urgent?',
  'urgent.does': 'If you mark it as urgent, your message is at the top of the team’s list.',
  'urgent.not': 'No alarm goes off. Outside the team’s hours, and mostly at night too, nobody is looking.',
  'urgent.no-sooner': 'The team doesn’t promise to answer any sooner for that.',
  'urgent.by': 'As it stands now: answer expected {when}.',
  'urgent.late': 'An answer was promised {when}. The team is later than promised.',
  'urgent.nobody': 'Nobody from the team is there right now.',
  'urgent.unknown': 'It isn’t known now when an answer comes.',
  'urgent.danger': 'In danger? Don’t wait for it. Call {number}.',
  'urgent.words': 'It is urgent.',
  'urgent.send': 'Send “It is urgent”',
  'urgent.send-typed': 'Send what I was writing, as urgent',

  'away.title': 'Leaving fast',
  'away.how': 'Press “{button}”. It is always at the top. With a keyboard: press Escape twice, quickly.',
  'away.then':
    'At once a recipe is on the screen. The back button doesn’t bring anybody here again. No message goes to anyone.',
  'away.kept':
    'What you were writing is still there when you open this page again. If you open it from your home screen, close it completely first.',
  'away.not': 'Your browser’s history still says that you were on this site.',

  'hide.title': 'Hiding your visit',
  'hide.lead': 'This takes the visit out of your browser, and lets the next one leave nothing behind.',
  'hide.shows': 'What the history shows',
  'hide.shows.site': 'The name of this site ({site}) with “{name}”, and at what time.',
  'hide.shows.recipe': 'If you used “{button}”: a page with a recipe, too.',
  'hide.shows.never': 'Not what you wrote, and not to whom.',
  'hide.history-only': 'Delete only the history',
  'hide.history-only.do':
    'If you delete cookies and site data as well, your conversation is gone from this phone. Twelve words bring it back; you make them under “About this conversation”.',
  'hide.hers': 'This is your browser, we think',
  'hide.this-visit': 'Taking this visit out',
  'hide.next-visit': 'A next visit',
  'hide.chrome.delete':
    'Tap ⋮ (on an iPhone ⋯) and choose History. Find this site and tap the cross, or Delete.',
  'hide.chrome.private': 'Tap ⋮ (on an iPhone ⋯) and choose New Incognito tab. Close it afterwards.',
  'hide.chrome.account':
    'If you are signed in to Google, this visit may be on your other devices too, and on myactivity.google.com.',
  'hide.safari.delete':
    'Open Bookmarks and then History, the clock. Swipe over the line with this site and tap Delete.',
  'hide.safari.private': 'Tap the tabs button and choose Private. Close the tab afterwards.',
  'hide.safari.account':
    'If Safari is on in iCloud, your other Apple devices show the same history. Deleting it then counts for all of them.',
  'hide.samsung.delete': 'Tap ☰ and choose History. Press and hold the line with this site and tap Delete.',
  'hide.samsung.private': 'Tap Tabs and turn on Secret mode. Close the tabs afterwards.',
  'hide.samsung.account':
    'If you are signed in with a Samsung account, the history may be on your other devices too.',
  'hide.firefox.delete':
    'Tap ⋮ or ☰ and choose History. Find this site and take the line away: with the cross, or by swiping.',
  'hide.firefox.private': 'Tap the mask and open a private tab. Close it afterwards.',
  'hide.firefox.account': 'If you are signed in to Firefox, the history may be on your other devices too.',
  'hide.private-forgets':
    'A private tab forgets everything when you close it, your conversation as well. Make twelve words first, then you can come back.',
  'hide.stays': 'What can still be seen after that',
  'hide.stays.search': 'How you found this site: a search, or a link in a message.',
  'hide.stays.network':
    'The wifi or the provider sees the name of this site, and nothing of what you read or write.',
  'hide.stays.phone': 'An icon on your home screen, a paper that you had made, a screenshot.',
  'hide.stays.notices':
    'If you ever turned notices on here, this site is also in the settings of your browser, under notifications.',
  'hide.stays.watched':
    'Does somebody watch your phone, with an app or a shared account? Then this doesn’t help. Rather use the phone of someone you trust.',

  'settings.title': 'Name, icon and notices',
  'settings.lead': 'This is on this phone only, and not locked away: choose words that say nothing.',
  'settings.open': 'Name, icon and notices',
  'settings.not-kept': 'Your browser doesn’t keep this.',
  'look.title': 'What this page is called',
  'look.where':
    'This is its name in your browser, and on your home screen if you put it there. Whoever opens it still sees what it is for.',
  'look.again': 'Is it there already? Take it away, and put it there again.',
  'notice.title': 'What a notice says',
  'notice.about': 'When a notice comes on your phone it has these words, whatever has happened.',
  'notice.reminder': 'Reminder',
  'notice.order': 'Your order has an update',
  'notice.forecast': 'The weather for today',
  'notice.own': 'My own words',
  'notice.own.label': 'Your own words',
  'notice.own.hint': 'One line, at most {count} characters.',
  'notice.own.refused': 'Write one line of at most {count} characters.',
  'notice.own.keep': 'Keep these words',
  'notice.kept': 'Kept. A notice says: “{words}”',
};

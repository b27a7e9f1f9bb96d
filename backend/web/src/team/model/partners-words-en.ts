import type { partnersNl } from './partners-words-nl.js';

/** The same in English. */
export const partnersEn: Readonly<Record<keyof typeof partnersNl, string>> = {
  'partners.title': 'Social map',
  'partners.what':
    'Organisations that you point visitors to. The list stays with your team; a visitor only gets the card that you send.',
  'partners.empty': 'Nobody is on the list yet.',
  'partners.add': 'Add an organisation',
  'partners.kind': 'What do they help with?',
  'partners.name': 'Name',
  'partners.area': 'For which municipalities?',
  'partners.area.hint': 'With commas between them. Empty is all of the Netherlands.',
  'partners.area.ours': 'Fill in the area that we cover',
  'partners.contact': 'How are they reached?',
  'partners.contact.hint': 'Only what is public: telephone, website, hours.',
  'partners.weeks': 'How many weeks to wait?',
  'partners.weeks.hint': 'Empty is: not known.',
  'partners.checked': 'Checked on',
  'partners.save': 'Put on the list',
  'partners.cancel': 'Rather not',
  'partners.change': 'Change',
  'partners.remove': 'Take out',
  'partners.checked-today': 'Checked today',
  'partners.full': 'There are {count} already. Take one out first.',
  'partners.old': 'Not checked for more than 90 days: {count}',
  'partners.unsigned': 'Your changes count once you sign them.',
  'partners.overtaken.what':
    'A newer list has been published meanwhile. What you changed is still here; nothing of it was published. Publish your list after all, or take over what counts now.',
  'partners.refused': 'The list was not taken. Load the page again and try once more.',
  'partners.too-long': 'The list is too long. Take an organisation out or make texts shorter.',
  'partners.wrong.name': 'Fill in a name of 100 characters at most.',
  'partners.wrong.twice': 'This name is on the list already.',
  'partners.wrong.area': 'We don’t know this municipality: {names}.',
  'partners.wrong.contact': 'Fill in how they are reached, in 300 characters at most.',
  'partners.wrong.weeks': 'Fill in whole weeks, or nothing.',
  'partners.wrong.checked': 'Fill in a day that is not in the future.',

  'refer.open': 'Card',
  'refer.title': 'Send a card',
  'refer.send': 'Send this card',
  'refer.none': 'Nobody is on your social map yet. A coordinator fills it in with the programme.',
};

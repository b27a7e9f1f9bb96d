import type { Trouble } from '../../shared/model/trouble.js';
import type { TeamKey } from './words.js';

/** What happened and what helps. */
export const troubleWords: Readonly<Record<Trouble, TeamKey>> = {
  'server-away': 'trouble.server-away',
  'server-busy': 'trouble.server-busy',
  'clock-wrong': 'trouble.clock-wrong',
  'storage-full': 'trouble.storage-full',
  'storage-forbidden': 'trouble.storage-forbidden',
  'seat-gone': 'trouble.seat-gone',
  'team-not-trusted': 'trouble.team-not-trusted',
  'directory-refused': 'trouble.directory-refused',
  'too-much-waiting': 'trouble.too-much-waiting',
  'message-refused': 'trouble.message-refused',
  'invitation-invalid': 'trouble.invitation-invalid',
  'already-claimed': 'trouble.already-claimed',
  'cards-full': 'trouble.cards-full',
  'passkey-needed': 'trouble.passkey-needed',
  'passkey-refused': 'trouble.passkey-refused',
  'passkey-missing': 'trouble.passkey-missing',
  'phrase-needed': 'trouble.phrase-needed',
  'nothing-kept': 'trouble.nothing-kept',
  'desk-elsewhere': 'trouble.desk-elsewhere',
  'not-set-up': 'trouble.not-set-up',
  // What only happens to the other page is unexpected here.
  'seat-moved': 'trouble.unknown',
  'nobody-on-duty': 'trouble.unknown',
  'programme-gone': 'trouble.unknown',
  'programme-changed': 'trouble.unknown',
  'card-needed': 'trouble.unknown',
  'not-admitted': 'trouble.unknown',
  'key-refused': 'trouble.unknown',
  'relay-away': 'trouble.unknown',
  'relay-refused': 'trouble.unknown',
  unknown: 'trouble.unknown',
};

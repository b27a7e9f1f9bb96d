import type { Trouble } from '../../shared/model/trouble.js';
import type { PhoneKey } from './words.js';

/** What happened, what helps, and whether a button to try again does. */
export interface TroubleWords {
  readonly happened: PhoneKey;
  readonly helps: PhoneKey;
  readonly again: boolean;
}

const unknown: TroubleWords = { happened: 'trouble.unknown', helps: 'trouble.unknown.do', again: true };

export const troubleWords: Readonly<Record<Trouble, TroubleWords>> = {
  'server-away': { happened: 'trouble.server-away', helps: 'trouble.server-away.do', again: true },
  'server-busy': { happened: 'trouble.server-busy', helps: 'trouble.server-busy.do', again: true },
  'relay-away': { happened: 'trouble.relay-away', helps: 'trouble.relay-away.do', again: true },
  'relay-refused': { happened: 'trouble.relay-refused', helps: 'trouble.relay-refused.do', again: true },
  'clock-wrong': { happened: 'trouble.clock-wrong', helps: 'trouble.clock-wrong.do', again: true },
  'storage-full': { happened: 'trouble.storage-full', helps: 'trouble.storage-full.do', again: false },
  'storage-forbidden': {
    happened: 'trouble.storage-forbidden',
    helps: 'trouble.storage-forbidden.do',
    again: false,
  },
  'seat-gone': { happened: 'trouble.seat-gone', helps: 'trouble.seat-gone.do', again: false },
  'seat-moved': { happened: 'trouble.seat-moved', helps: 'trouble.seat-moved.do', again: false },
  'nobody-on-duty': { happened: 'trouble.nobody-on-duty', helps: 'trouble.nobody-on-duty.do', again: false },
  'programme-gone': { happened: 'trouble.programme-gone', helps: 'trouble.programme-gone.do', again: false },
  'programme-changed': {
    happened: 'trouble.programme-changed',
    helps: 'trouble.programme-changed.do',
    again: true,
  },
  'card-needed': { happened: 'trouble.card-needed', helps: 'trouble.card-needed.do', again: false },
  'team-not-trusted': {
    happened: 'trouble.team-not-trusted',
    helps: 'trouble.team-not-trusted.do',
    again: false,
  },
  'directory-refused': {
    happened: 'trouble.directory-refused',
    helps: 'trouble.directory-refused.do',
    again: true,
  },
  'too-much-waiting': {
    happened: 'trouble.too-much-waiting',
    helps: 'trouble.too-much-waiting.do',
    again: true,
  },
  'message-refused': {
    happened: 'trouble.message-refused',
    helps: 'trouble.message-refused.do',
    again: false,
  },
  'not-admitted': { happened: 'trouble.not-admitted', helps: 'trouble.not-admitted.do', again: true },
  'key-refused': { happened: 'trouble.key-refused', helps: 'trouble.key-refused.do', again: true },
  'not-set-up': { happened: 'trouble.not-set-up', helps: 'trouble.not-set-up.do', again: true },
  // What only happens to the other page is unexpected here.
  'invitation-invalid': unknown,
  'already-claimed': unknown,
  'cards-full': unknown,
  'passkey-needed': unknown,
  'passkey-refused': unknown,
  'passkey-missing': unknown,
  'phrase-needed': unknown,
  'nothing-kept': unknown,
  'desk-elsewhere': unknown,
  unknown,
};

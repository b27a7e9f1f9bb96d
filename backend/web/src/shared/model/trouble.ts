import { hasCode, OpstapError } from '@opstap/protocol/problem/opstap-error';

/** What can go wrong for a person, as far as what she can do about it differs. */
export const troubles = [
  'server-away',
  'server-busy',
  'relay-away',
  'relay-refused',
  'clock-wrong',
  'storage-full',
  'storage-forbidden',
  'seat-gone',
  'seat-moved',
  'nobody-on-duty',
  'programme-gone',
  'programme-changed',
  'card-needed',
  'team-not-trusted',
  'directory-refused',
  'too-much-waiting',
  'message-refused',
  'not-admitted',
  'key-refused',
  'invitation-invalid',
  'already-claimed',
  'cards-full',
  'passkey-needed',
  'passkey-refused',
  'passkey-missing',
  'phrase-needed',
  'nothing-kept',
  'desk-elsewhere',
  'not-set-up',
  'unknown',
] as const;
export type Trouble = (typeof troubles)[number];

const byCode: Readonly<Record<string, Trouble>> = {
  'network-failure': 'server-away',
  unavailable: 'server-away',
  'unexpected-answer': 'server-away',
  internal: 'server-away',
  'rate-limited': 'server-busy',
  'conversation-costs-more': 'server-busy',
  'gateway-key-refused': 'relay-refused',
  'clock-skew': 'clock-wrong',
  'signature-invalid': 'seat-gone',
  'seat-moved': 'seat-moved',
  'nobody-on-duty': 'nobody-on-duty',
  'programme-unavailable': 'programme-gone',
  'unknown-programme': 'programme-gone',
  'programme-changed': 'programme-changed',
  'card-needed': 'card-needed',
  'card-invalid': 'card-needed',
  'card-used-up': 'card-needed',
  'device-refused': 'team-not-trusted',
  'credential-refused': 'team-not-trusted',
  'directory-refused': 'directory-refused',
  'backlog-full': 'too-much-waiting',
  'payload-invalid': 'message-refused',
  'too-large': 'message-refused',
  'token-missing': 'not-admitted',
  'token-invalid': 'not-admitted',
  'token-spent': 'not-admitted',
  'tokens-refused': 'not-admitted',
  'admission-missing': 'not-admitted',
  'admission-challenge-invalid': 'not-admitted',
  'admission-challenge-expired': 'not-admitted',
  'admission-work-invalid': 'not-admitted',
  'token-request-malformed': 'not-admitted',
  'issuer-key-unknown': 'not-admitted',
  'puzzle-refused': 'not-admitted',
  'puzzle-failed': 'not-admitted',
  'issuer-key-refused': 'key-refused',
  'issuer-elsewhere': 'key-refused',
  'token-challenge-refused': 'key-refused',
  'invitation-invalid': 'invitation-invalid',
  'malformed-identifier': 'invitation-invalid',
  'worker-has-device': 'invitation-invalid',
  'already-claimed': 'already-claimed',
  'not-fixed-contact': 'already-claimed',
  'cards-full': 'cards-full',
  'passkey-needed': 'passkey-needed',
  'passkey-refused': 'passkey-refused',
  'no-passkey': 'passkey-refused',
  'passkey-missing': 'passkey-missing',
  'vault-not-found': 'nothing-kept',
  'passkey-without-secret': 'phrase-needed',
  'phrase-misread': 'phrase-needed',
  'vault-unreadable': 'nothing-kept',
  'vault-version': 'desk-elsewhere',
  'server-not-set-up': 'not-set-up',
  'misdirected-request': 'not-set-up',
  'foreign-origin': 'not-set-up',
};

const byName: Readonly<Record<string, Trouble>> = {
  QuotaExceededError: 'storage-full',
  SecurityError: 'storage-forbidden',
  InvalidStateError: 'storage-forbidden',
  NotAllowedError: 'storage-forbidden',
  UnknownError: 'storage-full',
};

/** What something thrown means for the person at the page. Never throws. */
export function troubleOf(error: unknown): Trouble {
  // Without a connection it matters whether it was the way through the relay that ended.
  if (hasCode(error, 'network-failure') && hasCode(error.cause, 'relay-away')) return 'relay-away';
  if (error instanceof OpstapError) return byCode[error.code] ?? 'unknown';
  if (error instanceof Error) return byName[error.name] ?? 'unknown';
  return 'unknown';
}

const passing: readonly Trouble[] = [
  'server-away',
  'server-busy',
  'relay-away',
  'relay-refused',
  'too-much-waiting',
];

/** Troubles that pass by themselves: the page tries again without being asked. */
export function passes(trouble: Trouble): boolean {
  return passing.includes(trouble);
}

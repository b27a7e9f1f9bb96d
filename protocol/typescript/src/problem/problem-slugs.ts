/** Every problem of `problems.md`, with the status that it comes with; the same list as `vectors/problems.json`. */
export const problemStatuses = {
  'malformed-request': 400,
  'malformed-identifier': 400,
  'malformed-message': 400,
  'group-mismatch': 400,
  'message-not-padded': 400,
  'key-package-invalid': 400,
  'signature-missing': 401,
  'signature-invalid': 401,
  'session-expired': 401,
  'challenge-expired': 401,
  'clock-skew': 401,
  replayed: 401,
  'not-for-this-role': 403,
  'foreign-origin': 403,
  'welcome-not-claimed': 403,
  'invitation-invalid': 403,
  'not-found': 404,
  'conversation-not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'epoch-conflict': 409,
  'append-number-taken': 409,
  'append-number-ahead': 409,
  'already-claimed': 409,
  'conversation-exists': 409,
  'programme-unavailable': 409,
  'nobody-on-duty': 409,
  'removal-owed': 409,
  'group-full': 409,
  'stock-full': 409,
  'status-refused': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'misdirected-request': 421,
  'rate-limited': 429,
  'backlog-full': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemSlug = keyof typeof problemStatuses;

/** Whether a text is one of the slugs of `problems.md`. */
export function isProblemSlug(text: string): text is ProblemSlug {
  return Object.hasOwn(problemStatuses, text);
}

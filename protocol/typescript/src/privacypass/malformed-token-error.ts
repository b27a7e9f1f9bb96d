/** Bytes or text that are no Privacy Pass structure; the message never repeats the input (ADM-1). */
export class MalformedTokenError extends Error {
  readonly code = 'malformed-token';

  constructor() {
    super('malformed Privacy Pass structure');
    this.name = 'MalformedTokenError';
  }
}

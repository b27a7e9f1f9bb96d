import { instantOf, isObject, parseJson } from '../json/json-value.js';
import type { JsonObject } from '../wire/canonical-json.js';
import { OpstapError } from './opstap-error.js';
import { isProblemSlug, type ProblemSlug } from './problem-slugs.js';

const typePrefix = 'urn:opstap:problem:';

/** The one problem whose type is not ours: every gateway says it so (RFC 9458 section 5.3). */
const keyProblemType = 'https://iana.org/assignments/http-problem-types#ohttp-key';

/** Extension members of `problems.md`, each present only with the problems that have it. */
export interface ProblemMembers {
  /** Milliseconds since 1970, with `clock-skew`. */
  readonly serverTime?: number;
  /** The conversation's current generation, with `epoch-conflict`. */
  readonly generation?: number;
  /** The conversation's current epoch, with `epoch-conflict`. */
  readonly epoch?: number;
  /** The next append number, with `append-number-ahead`. */
  readonly expected?: number;
  /** How many tokens the programme takes for a conversation now, with `conversation-costs-more`. */
  readonly tokensPerConversation?: number;
  /** Whether it takes a use of a card instead, with `conversation-costs-more`. */
  readonly cardsOnly?: boolean;
  /** The version that the server has, with `vault-version` and `roster-changed`. */
  readonly version?: number;
  /** How far the lead has come, with `lead-moved`. */
  readonly state?: string;
}

/**
 * A refusal by the server (RFC 9457). `code` is the slug of `problems.md`. An answer that is no problem of that list, from a
 * proxy for instance, is `unavailable` from status 500 and `unexpected-answer` below it.
 */
export class ProblemError extends OpstapError {
  readonly status: number;
  readonly members: ProblemMembers;
  /** Seconds to wait, where the answer had a `Retry-After` in seconds. */
  readonly retryAfter: number | undefined;
  /** The answer's `WWW-Authenticate`: what a request has to bring to be taken. */
  readonly authenticate: string | undefined;

  constructor(
    code: ProblemSlug | 'unexpected-answer',
    status: number,
    members: ProblemMembers = {},
    retryAfter?: number,
    authenticate?: string,
  ) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.members = members;
    this.retryAfter = retryAfter;
    this.authenticate = authenticate;
  }
}

/** Decodes the body, `Retry-After` and `WWW-Authenticate` of an answer with status 400 or more; never throws. */
export function decodeProblem(
  status: number,
  body: string,
  retryAfterHeader: string | null,
  authenticateHeader: string | null = null,
): ProblemError {
  const retryAfter =
    retryAfterHeader !== null && /^\d{1,6}$/.test(retryAfterHeader) ? Number(retryAfterHeader) : undefined;
  const authenticate = authenticateHeader ?? undefined;
  const document = documentOf(body);
  const slug = slugOf(document);
  if (document === undefined || slug === undefined) {
    const code = status >= 500 ? 'unavailable' : 'unexpected-answer';
    return new ProblemError(code, status, {}, retryAfter, authenticate);
  }
  return new ProblemError(slug, status, membersOf(document), retryAfter, authenticate);
}

function documentOf(body: string): JsonObject | undefined {
  try {
    const value = parseJson(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function slugOf(document: JsonObject | undefined): ProblemSlug | undefined {
  const { type } = document ?? {};
  if (type === keyProblemType) return 'ohttp-key';
  if (typeof type !== 'string' || !type.startsWith(typePrefix)) return undefined;
  const slug = type.slice(typePrefix.length);
  return isProblemSlug(slug) && slug !== 'ohttp-key' ? slug : undefined;
}

function membersOf(document: JsonObject): ProblemMembers {
  return {
    ...numberMember(document, 'generation'),
    ...numberMember(document, 'epoch'),
    ...numberMember(document, 'expected'),
    ...numberMember(document, 'tokensPerConversation'),
    ...numberMember(document, 'version'),
    ...flagMember(document, 'cardsOnly'),
    ...timeMember(document),
    ...stateMember(document),
  };
}

function numberMember(
  document: JsonObject,
  name: 'generation' | 'epoch' | 'expected' | 'tokensPerConversation' | 'version',
): ProblemMembers {
  const value = document[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { [name]: value } : {};
}

function flagMember(document: JsonObject, name: 'cardsOnly'): ProblemMembers {
  const value = document[name];
  return typeof value === 'boolean' ? { [name]: value } : {};
}

function stateMember({ state }: JsonObject): ProblemMembers {
  return typeof state === 'string' ? { state } : {};
}

function timeMember(document: JsonObject): ProblemMembers {
  try {
    const { serverTime } = document;
    return { serverTime: instantOf(serverTime) };
  } catch {
    return {};
  }
}
